package org.groupdigest.job.persist;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.GroupKey;

/** Finds what a digest is compared with. */
public interface BaselineStore {
  /**
   * The baseline of a window: the newest scheduled digest of the same group and size whose window
   * started earlier and for which a summary was made. Whether it was delivered does not matter: a
   * topic goes on whether or not its first day was read.
   *
   * @return completes with nothing for the first digest of a group, exceptionally when the store
   *     cannot be asked, which is not the same
   */
  CompletionStage<Optional<BaselineSnapshot>> before(
      GroupKey group, int hours, Instant windowStart);
}
