package org.groupdigest.job.llm.route;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock and a scheduler whose time passes when the test says so. */
final class VirtualTime extends Clock implements Scheduler {

  static final Instant START = Instant.parse("2026-03-04T05:06:07Z");

  private final PriorityQueue<Planned> planned =
      new PriorityQueue<>(Comparator.comparing(Planned::at).thenComparing(Planned::number));
  private Instant now = START;
  private long numbers;

  private record Planned(Instant at, long number, Runnable action) {}

  @Override
  public Task after(Duration delay, Runnable action) {
    Planned task = new Planned(now.plus(delay), numbers++, action);
    planned.add(task);
    return () -> planned.remove(task);
  }

  /** Lets time pass, and everything happen that is planned for it. */
  void pass(Duration time) {
    Instant until = now.plus(time);
    while (!planned.isEmpty() && !planned.peek().at().isAfter(until)) {
      Planned next = planned.remove();
      now = next.at();
      next.action().run();
    }
    now = until;
  }

  /** Lets time pass until nothing is planned any more. */
  void passAll() {
    while (!planned.isEmpty()) {
      pass(Duration.between(now, planned.peek().at()));
    }
  }

  /** Time since the start. */
  Duration elapsed() {
    return Duration.between(START, now);
  }

  int plannedTasks() {
    return planned.size();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
