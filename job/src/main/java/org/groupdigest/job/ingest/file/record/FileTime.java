package org.groupdigest.job.ingest.file.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Times as files write them: ISO-8601 with any offset or without one, or seconds since 1970. */
public final class FileTime {

  /** ISO-8601, but a blank may stand for the T, and the offset may be missing. */
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendPattern("['T'][ ]")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private FileTime() {}

  /**
   * The time that {@code text} tells, in {@code zone} unless it has its own; null if it is none.
   */
  public static Instant of(String text, ZoneId zone) {
    if (text == null) {
      return null;
    }
    try {
      TemporalAccessor parsed = ISO.parseBest(text.strip(), Instant::from, LocalDateTime::from);
      return parsed instanceof Instant instant
          ? instant
          : ((LocalDateTime) parsed).atZone(zone).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The time of seconds since 1970 written as digits, or null. */
  public static Instant ofUnixSeconds(String digits) {
    try {
      return digits == null ? null : Instant.ofEpochSecond(Long.parseLong(digits.strip()));
    } catch (NumberFormatException | DateTimeException e) {
      return null;
    }
  }
}
