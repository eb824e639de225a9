package org.groupdigest.job.ingest.file.chatlog;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import org.groupdigest.job.ingest.file.record.DateOrder;

/**
 * Date and time that a line starts with, the order of the date's parts not yet decided.
 *
 * @param form what is around it
 * @param date the three numbers of the date as they stand
 * @param hour 0..23
 * @param minute 0..59
 * @param second 0..59, or -1 where seconds are not written
 * @param restAt where the rest of the line starts
 */
record Stamp(Form form, Date date, int hour, int minute, int second, int restAt) {

  /** First year that a messenger's text can be of. */
  private static final int FIRST_YEAR = 2000;

  /** What is around a stamp. */
  enum Form {
    /** {@code [12.11.25, 10:00:05] }. */
    BRACKETS,
    /** {@code 12.11.25, 10:00 - }. */
    DASH,
    /** {@code 12.11.25, 10:00: }. */
    COLON
  }

  /**
   * Three numbers of a date.
   *
   * @param style how they are written
   */
  record Date(int first, int second, int third, Style style) {}

  /**
   * Way a date is written.
   *
   * @param yearFirst whether the first number has four digits
   * @param yearLast whether the last number has four digits
   * @param separator what is between the numbers
   * @param capitals whether the half of the day is written as {@code AM} and {@code PM}
   * @param padded whether a day or month below ten has a zero before it
   */
  record Style(
      boolean yearFirst, boolean yearLast, char separator, boolean capitals, boolean padded) {}

  /** Stamps of one text agree in this. */
  String shape() {
    return form + (second < 0 ? "" : " with seconds");
  }

  /** The time in an order of day, month and year, or null when that is none. */
  LocalDateTime in(DateOrder order) {
    boolean possible = order == DateOrder.YMD ? !date.style.yearLast : !date.style.yearFirst;
    if (!possible) {
      return null;
    }
    try {
      return switch (order) {
        case DMY -> at(date.third, date.second, date.first);
        case MDY -> at(date.third, date.first, date.second);
        case YMD -> at(date.first, date.second, date.third);
      };
    } catch (DateTimeException e) {
      return null;
    }
  }

  private LocalDateTime at(int year, int month, int day) {
    int full = year < 100 ? FIRST_YEAR + year : year;
    return LocalDateTime.of(full, month, day, hour, minute, Math.max(0, second));
  }
}
