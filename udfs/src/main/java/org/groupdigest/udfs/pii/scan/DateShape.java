package org.groupdigest.udfs.pii.scan;

import java.util.regex.Pattern;

/** Tells dates, which are written with the same separators, from phone numbers. */
public final class DateShape {

  private static final Pattern FULL_DATE =
      Pattern.compile(
          "(?:0?[1-9]|[12][0-9]|3[01])([ ./-])(?:0?[1-9]|[12][0-9]|3[01])\\1(?:19|20)[0-9]{2}(?![0-9])"
              + "|(?:19|20)[0-9]{2}([ ./-])(?:0?[1-9]|1[0-2])\\2(?:0?[1-9]|[12][0-9]|3[01])(?![0-9])");

  private DateShape() {}

  /** Whether the first three groups of a window read as a date in any usual order. */
  public static boolean starts(DigitGroups groups, int first, int count) {
    if (count < 3 || groups.gap(first).equals(" ") != groups.gap(first + 1).equals(" ")) {
      return false;
    }
    if (groups.length(first) > 4 || groups.length(first + 1) > 2 || groups.length(first + 2) > 4) {
      return false;
    }
    int a = number(groups, first);
    int b = number(groups, first + 1);
    int c = number(groups, first + 2);
    boolean yearFirst = groups.length(first) == 4 && isYear(a) && isDayAndMonth(b, c);
    boolean yearLast = groups.length(first) <= 2 && isYear(c) && isDayAndMonth(a, b);
    return yearFirst || (yearLast && groups.length(first + 2) != 3);
  }

  /** Whether a number as it is written starts with a date that names its year in full. */
  public static boolean isFullDate(String written) {
    return FULL_DATE.matcher(written).lookingAt();
  }

  private static boolean isDayAndMonth(int a, int b) {
    return a >= 1 && b >= 1 && ((a <= 12 && b <= 31) || (a <= 31 && b <= 12));
  }

  private static boolean isYear(int value) {
    return value < 100 || (value >= 1900 && value < 2100);
  }

  private static int number(DigitGroups groups, int group) {
    return Integer.parseInt(groups.digits(group, 1));
  }
}
