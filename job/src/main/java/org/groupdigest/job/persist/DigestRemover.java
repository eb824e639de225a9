package org.groupdigest.job.persist;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.GroupKey;

/** Removes whole digests, and keeps a replay from writing them again. */
public interface DigestRemover {

  /**
   * Removes the digests of a group whose window ended before an instant. Repeating it gives the
   * same digests, so that whoever announces them may fail in between.
   *
   * @param reason why, a stable word such as {@code retention}
   * @return what was removed, now or before, for windows before that instant; exceptionally with a
   *     {@code PostgresException} or a {@link StoreAwayException} when a store did not do it: then
   *     some of it may be done, and all of it is to be repeated
   */
  CompletionStage<List<RemovedDigest>> removeBefore(GroupKey group, Instant before, String reason);
}
