package org.groupdigest.job.llm.route;

import java.time.Instant;

/** Whether a model may be asked for a tenant now. */
sealed interface Clearance {

  /**
   * It may.
   *
   * @param ticket must be told how it ended
   */
  record Granted(CallTicket ticket) implements Clearance {}

  /**
   * The provider wants to be left alone.
   *
   * @param until first instant at which it may be asked again
   */
  record Paused(Instant until) implements Clearance {}

  /** It failed too often; nobody knows when it may be asked. */
  record Open() implements Clearance {}
}
