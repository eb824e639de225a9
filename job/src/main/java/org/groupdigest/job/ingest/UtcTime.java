package org.groupdigest.job.ingest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Times of the event schema: {@code 2025-11-10T09:15:00Z}, up to nine decimals of a second, zone
 * {@code Z} or {@code +00:00}. Written by hand because it runs twice a record.
 */
final class UtcTime {

  private static final int SECONDS_END = 19;
  private static final int NANO_DIGITS = 9;
  private static final String SHAPE = "dddd-dd-ddTdd:dd:dd";

  private UtcTime() {}

  /** The time, or null when the text is not one. */
  static Instant parse(String text) {
    int zone = zoneStart(text);
    if (zone < SECONDS_END || !hasShape(text)) {
      return null;
    }
    int nanos = nanos(text, zone);
    return nanos < 0 ? null : instant(text, nanos);
  }

  private static int zoneStart(String text) {
    if (text.endsWith("Z")) {
      return text.length() - 1;
    }
    return text.endsWith("+00:00") ? text.length() - 6 : -1;
  }

  private static boolean hasShape(String text) {
    for (int i = 0; i < SECONDS_END; i++) {
      char expected = SHAPE.charAt(i);
      if (expected == 'd' ? !isDigit(text.charAt(i)) : text.charAt(i) != expected) {
        return false;
      }
    }
    return true;
  }

  /** Nanoseconds of the decimals that end at {@code zone}, 0 without any, -1 when malformed. */
  private static int nanos(String text, int zone) {
    if (zone == SECONDS_END) {
      return 0;
    }
    int digits = zone - SECONDS_END - 1;
    if (text.charAt(SECONDS_END) != '.' || digits < 1 || digits > NANO_DIGITS) {
      return -1;
    }
    int nanos = 0;
    for (int i = 0; i < NANO_DIGITS; i++) {
      int at = SECONDS_END + 1 + i;
      if (i < digits && !isDigit(text.charAt(at))) {
        return -1;
      }
      nanos = nanos * 10 + (i < digits ? text.charAt(at) - '0' : 0);
    }
    return nanos;
  }

  private static Instant instant(String text, int nanos) {
    try {
      return LocalDateTime.of(
              number(text, 0, 4),
              number(text, 5, 7),
              number(text, 8, 10),
              number(text, 11, 13),
              number(text, 14, 16),
              number(text, 17, 19),
              nanos)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      number = number * 10 + (text.charAt(i) - '0');
    }
    return number;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
