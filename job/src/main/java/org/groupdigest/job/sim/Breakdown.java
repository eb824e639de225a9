package org.groupdigest.job.sim;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groupdigest.job.model.Stage;

/** Faults that leave no room for an answer. */
final class Breakdown {

  private static final long MILLIS = 1_000;

  private Breakdown() {}

  /**
   * What happens to a request instead of an answer; empty when it is to be answered.
   *
   * @param stages what was asked for, as far as it was understood
   * @param latency usual latency, after which a connection is dropped
   */
  static Optional<Planned> of(Asked asked, List<Stage> stages, Duration latency) {
    if (asked.fault() == null) {
      return Optional.empty();
    }
    SimReply reply =
        switch (asked.fault()) {
          case RATE_LIMITED -> waiting(asked, Refusal.RATE_LIMITED);
          case OVERLOADED -> waiting(asked, Refusal.OVERLOADED);
          case SERVER_ERROR -> asked.wire().refusal(Refusal.SERVER_ERROR, null);
          case DEAD -> asked.wire().refusal(Refusal.OVERLOADED, null);
          case BAD_CREDENTIALS -> asked.wire().refusal(Refusal.NO_KEY, null);
          case CONTEXT_TOO_LONG -> asked.wire().refusal(Refusal.TOO_LONG, null);
          case HANG -> SimReply.none(SimReply.Manner.HELD);
          case RESET -> SimReply.none(SimReply.Manner.DROPPED);
          case CUT_BODY,
              TRUNCATED,
              FENCED,
              CHATTY,
              WRONG_SCHEMA,
              NOT_JSON,
              REFUSED,
              SLOW,
              LYING,
              GULLIBLE ->
              null;
        };
    return Optional.ofNullable(reply)
        .map(
            one ->
                new Planned(
                    one,
                    asked.unpaid(one.status(), stages),
                    one.status() == 0 ? latency : Duration.ZERO));
  }

  private static SimReply waiting(Asked asked, Refusal why) {
    long millis = asked.faults().retryAfter().toMillis();
    long seconds = (millis + MILLIS - 1) / MILLIS;
    return asked
        .wire()
        .refusal(why, null)
        .with(
            Map.of("Retry-After", Long.toString(seconds), "retry-after-ms", Long.toString(millis)));
  }
}
