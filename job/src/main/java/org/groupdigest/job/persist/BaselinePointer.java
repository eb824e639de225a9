package org.groupdigest.job.persist;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.groupdigest.connectors.redis.VersionedValue;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.Json;

/**
 * The newest digest of a group and window size as the cache knows it, under {@link
 * RedisKeys#baseline}, in the form of {@link VersionedValue}.
 *
 * @param version version of this form
 * @param digestId digest
 * @param snapshot what the next digest needs to know of it
 */
public record BaselinePointer(int version, String digestId, BaselineSnapshot snapshot) {

  /** Longest time from the end of a window for which its pointer is of use. */
  public static final Duration KEPT_FOR = Duration.ofDays(30);

  private static final int VERSION = 1;
  private static final int MOST_ATTEMPTS = 1_000;

  /** A pointer in today's form. */
  public static BaselinePointer of(String digestId, BaselineSnapshot snapshot) {
    return new BaselinePointer(VERSION, digestId, snapshot);
  }

  /**
   * Orders what is written under one key: later windows over earlier ones, and of one window later
   * attempts over earlier ones. From the 1,000th attempt on, attempts are no longer told apart.
   */
  public static long order(Instant windowEnd, int attempt) {
    long second = Math.max(0, windowEnd.getEpochSecond());
    return second * MOST_ATTEMPTS + Math.min(attempt, MOST_ATTEMPTS - 1);
  }

  /** The value, without the version that a sink puts before it. */
  public String text() {
    return Json.write(this);
  }

  /** Reads what stands under a key; empty for anything that is not understood. */
  static Optional<BaselinePointer> parse(String stored) {
    return Optional.ofNullable(stored)
        .flatMap(VersionedValue::parse)
        .map(VersionedValue::value)
        .flatMap(BaselinePointer::read)
        .filter(pointer -> pointer.version == VERSION && pointer.isWhole());
  }

  private static Optional<BaselinePointer> read(String json) {
    try {
      return Optional.ofNullable(Json.read(json, BaselinePointer.class));
    } catch (IllegalStateException notOurs) {
      return Optional.empty();
    }
  }

  private boolean isWhole() {
    return snapshot != null && snapshot.windowEnd() != null && snapshot.topics() != null;
  }
}
