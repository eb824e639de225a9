package org.groupdigest.job.persist;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.Erasure;

/** Takes what people have deleted out of stored digests, and keeps it out of those to come. */
public interface DigestEraser {

  /**
   * Erases, marks and renders anew every digest of the group that was made from these messages or
   * from this sender's. Repeating it changes nothing and gives the same digests.
   *
   * @return the digests that it concerned, as they are now; exceptionally with a {@code
   *     PostgresException} or a {@link StoreAwayException} when a store did not do it: then some of
   *     it may be done, and all of it is to be repeated
   */
  CompletionStage<List<CurrentDigest>> erase(Erasure erasure);
}
