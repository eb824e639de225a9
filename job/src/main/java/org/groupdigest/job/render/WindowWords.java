package org.groupdigest.job.render;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.groupdigest.job.model.WindowRef;

/** A window's time in words, in the tenant's time zone. */
final class WindowWords {

  private WindowWords() {}

  /** The day and the size for a window of whole days, else the day and the hours. */
  static String of(WindowRef window, Messages messages) {
    return of(window, messages, "date.day");
  }

  /** The same with the year, for pages that are read years later. */
  static String withYear(WindowRef window, Messages messages) {
    return of(window, messages, "date.year");
  }

  private static String of(WindowRef window, Messages messages, String pattern) {
    ZoneId zone = ZoneId.of(window.timeZone());
    ZonedDateTime start = window.start().atZone(zone);
    ZonedDateTime end = window.end().atZone(zone);
    DateTimeFormatter day = formatter(pattern, messages);
    DateTimeFormatter time = formatter("time", messages);
    if (isMidnight(start) && end.equals(start.plusDays(1))) {
      return day.format(start) + ", " + messages.get("window.hours", window.hours());
    }
    String from = day.format(start) + ", " + time.format(start) + "–";
    boolean oneDay =
        window.end().minusMillis(1).atZone(zone).toLocalDate().equals(start.toLocalDate());
    return from + (oneDay ? "" : day.format(end) + ", ") + time.format(end);
  }

  private static boolean isMidnight(ZonedDateTime time) {
    // Where the clocks change at midnight, a day starts at one o'clock.
    return time.equals(time.toLocalDate().atStartOfDay(time.getZone()))
        && time.toLocalTime().isBefore(LocalTime.of(2, 0));
  }

  private static DateTimeFormatter formatter(String key, Messages messages) {
    return DateTimeFormatter.ofPattern(messages.get(key), messages.locale());
  }
}
