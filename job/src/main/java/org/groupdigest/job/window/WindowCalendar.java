package org.groupdigest.job.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * Cuts time into windows that start at local midnight and every {@code hours} of local time after
 * it. On a day with a clock change one window is longer or shorter by that change; windows of a
 * size never overlap and leave no gap.
 */
public final class WindowCalendar {

  private WindowCalendar() {}

  /**
   * Bounds of a window.
   *
   * @param start first instant inside
   * @param end first instant after it
   */
  public record Bounds(Instant start, Instant end) {}

  /**
   * The window of a size that an instant falls into.
   *
   * @param hours window size, a divisor of 24
   * @param zone whose local midnight counts
   * @param instant what to place
   */
  public static Bounds windowOf(int hours, ZoneId zone, Instant instant) {
    LocalDate date = instant.atZone(zone).toLocalDate();
    Instant start = date.atStartOfDay(zone).toInstant();
    for (int hour = hours; hour <= 24; hour += hours) {
      Instant end = boundary(date, hour, zone);
      if (instant.isBefore(end)) {
        return new Bounds(start, end);
      }
      start = end;
    }
    throw new IllegalArgumentException("window hours must divide 24: " + hours);
  }

  private static Instant boundary(LocalDate date, int hour, ZoneId zone) {
    return hour == 24
        ? date.plusDays(1).atStartOfDay(zone).toInstant()
        : date.atTime(hour, 0).atZone(zone).toInstant();
  }
}
