package org.groupdigest.job.ingest.file.chatlog;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the date and time that a line starts with, in the forms that phones of any land write. */
final class StampParser {

  private static final String NUMBER_SEPARATOR = "(\\s?[./\\-年月년월]\\s?|\\s)";
  private static final String DATE =
      "(\\d{1,4})" + NUMBER_SEPARATOR + "(\\d{1,2})" + NUMBER_SEPARATOR + "(\\d{1,4})[.日일]?";
  private static final String BETWEEN =
      "(?:\\s?г\\.?)?(?:[,،]\\s?|\\s|T)(?:(\\p{L}[\\p{L}\\p{M}.]{0,10})\\s?)?";
  private static final String TIME = "(\\d{1,2})[:.h](\\d{2})(?:[:.](\\d{2}))?";
  private static final String HALF = "(?:\\s?(\\p{L}[\\p{L}\\p{M}. ]{0,14}?))?";
  private static final String END = "(?:(\\])|(\\s[\\-–—](?=\\s|$))|(:(?=\\s)))\\s?";
  private static final Pattern STAMP = Pattern.compile("\\[?" + DATE + BETWEEN + TIME + HALF + END);

  private static final int DATE_1 = 1;
  private static final int DATE_2 = 3;
  private static final int DATE_3 = 5;
  private static final int WORD_BEFORE = 6;
  private static final int HOUR = 7;
  private static final int MINUTE = 8;
  private static final int SECOND = 9;
  private static final int WORD_BEHIND = 10;
  private static final int BRACKET = 11;
  private static final int DASH = 12;

  /** Longest time-words a connective has: at, um, klo. */
  private static final int MAX_CONNECTIVE = 4;

  private StampParser() {}

  /** The stamp at the start of a line, or null. */
  static Stamp parse(String line) {
    LineStart start = LineStart.of(line);
    if (!start.mayBeStamp()) {
      return null;
    }
    Matcher matcher = STAMP.matcher(start.text());
    return matcher.lookingAt() ? stamp(matcher, start) : null;
  }

  private static Stamp stamp(Matcher m, LineStart start) {
    boolean opened = start.text().charAt(0) == '[';
    Meridiem half = meridiem(m);
    if (opened != (m.group(BRACKET) != null) || !isKnown(m, half) || !isDate(m)) {
      return null;
    }
    int hour = Integer.parseInt(m.group(HOUR));
    int minute = Integer.parseInt(m.group(MINUTE));
    int second = m.group(SECOND) == null ? -1 : Integer.parseInt(m.group(SECOND));
    int ofDay = half == null ? hour : half.hour(hour);
    return ofDay > 23 || minute > 59 || second > 59
        ? null
        : new Stamp(form(m), date(m), ofDay, minute, second, start.original(m.end()));
  }

  private static Stamp.Form form(Matcher m) {
    if (m.group(BRACKET) != null) {
      return Stamp.Form.BRACKETS;
    }
    return m.group(DASH) != null ? Stamp.Form.DASH : Stamp.Form.COLON;
  }

  private static Meridiem meridiem(Matcher m) {
    Meridiem behind = m.group(WORD_BEHIND) == null ? null : Meridiem.of(m.group(WORD_BEHIND));
    return behind != null || m.group(WORD_BEFORE) == null
        ? behind
        : Meridiem.of(m.group(WORD_BEFORE));
  }

  /** Whether every word is half of a day, or before the time a short "at". */
  private static boolean isKnown(Matcher m, Meridiem half) {
    String before = m.group(WORD_BEFORE);
    boolean behindKnown = m.group(WORD_BEHIND) == null || half != null;
    return behindKnown && (before == null || half != null || before.length() <= MAX_CONNECTIVE);
  }

  private static boolean isDate(Matcher m) {
    return m.group(DATE_1).length() != 3
        && m.group(DATE_3).length() != 3
        && m.group(DATE_1).length() + m.group(DATE_3).length() < 7;
  }

  private static Stamp.Date date(Matcher m) {
    String first = m.group(DATE_1);
    String second = m.group(DATE_2);
    String third = m.group(DATE_3);
    String separator = m.group(2).strip();
    String half = m.group(WORD_BEHIND);
    Stamp.Style style =
        new Stamp.Style(
            first.length() == 4,
            third.length() == 4,
            separator.isEmpty() ? ' ' : separator.charAt(0),
            half != null && half.strip().matches("[AP]M"),
            first.startsWith("0") || second.startsWith("0"));
    return new Stamp.Date(
        Integer.parseInt(first), Integer.parseInt(second), Integer.parseInt(third), style);
  }
}
