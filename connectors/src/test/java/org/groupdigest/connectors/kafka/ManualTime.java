package org.groupdigest.connectors.kafka;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.apache.flink.util.clock.RelativeClock;

/** A wall clock and the activity clock of an input, both set by the test. */
final class ManualTime extends Clock implements RelativeClock {
  long wall = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();
  long active;

  void pass(long millis) {
    wall += millis;
    active += millis;
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(wall);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public long relativeTimeMillis() {
    return active;
  }

  @Override
  public long relativeTimeNanos() {
    return active * 1_000_000L;
  }
}
