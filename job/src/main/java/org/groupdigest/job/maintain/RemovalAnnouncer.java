package org.groupdigest.job.maintain;

import java.util.List;
import org.groupdigest.job.model.events.EventEnvelope;

/** Tells the other stores what is gone. */
interface RemovalAnnouncer {
  /**
   * Returns when all events are where they cannot be lost.
   *
   * @throws StepFailure when it is not known of all of them; said again they do no harm
   */
  void announce(List<EventEnvelope> removals);
}
