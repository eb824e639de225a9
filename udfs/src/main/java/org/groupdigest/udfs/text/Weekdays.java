package org.groupdigest.udfs.text;

import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Days of the week and days by their distance, as Russian and English texts name them. */
public final class Weekdays {

  private static final Map<DayOfWeek, Pattern> PLAIN =
      patterns(
          "mondays?|понедельник\\p{L}*+",
          "tuesdays?|вторник\\p{L}*+",
          // «среда» is the environment too: only with the prepositions of a day.
          "wednesdays?|(?:в|на) среду|(?:до|со|с) среды|к среде",
          "thursdays?|четверг\\p{L}*+",
          "fridays?|пятниц\\p{L}++",
          "saturdays?|суббот\\p{L}++",
          "sundays?|воскресен\\p{L}++");
  private static final Map<DayOfWeek, Pattern> SHORT =
      patterns(
          "mon|пн", "tues?|вт", "wed|ср|сред[ауеы]", "thu|thurs?|чт", "fri|пт", "sat|сб", "sun|вс");
  private static final Map<Integer, Pattern> AHEAD =
      Map.of(1, word("(?<!after )tomorrow|завтра"), 2, word("day after tomorrow|послезавтра"));

  private Weekdays() {}

  /** Days of the week that a text names so that they are nothing else. */
  public static Set<DayOfWeek> in(String text) {
    return found(PLAIN, text);
  }

  /** Days of the week that a text may name, short forms included. */
  public static Set<DayOfWeek> perhapsIn(String text) {
    Set<DayOfWeek> days = found(PLAIN, text);
    days.addAll(found(SHORT, text));
    return days;
  }

  /** Days ahead that a text names: 1 for tomorrow, 2 for the day after. */
  public static Set<Integer> daysAheadIn(String text) {
    Set<Integer> ahead = new HashSet<>();
    AHEAD.forEach(
        (days, pattern) -> {
          if (pattern.matcher(text).find()) {
            ahead.add(days);
          }
        });
    return ahead;
  }

  private static Set<DayOfWeek> found(Map<DayOfWeek, Pattern> patterns, String text) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    patterns.forEach(
        (day, pattern) -> {
          if (pattern.matcher(text).find()) {
            days.add(day);
          }
        });
    return days;
  }

  private static Map<DayOfWeek, Pattern> patterns(String... fromMonday) {
    Map<DayOfWeek, Pattern> patterns = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      patterns.put(day, word(fromMonday[day.getValue() - 1]));
    }
    return patterns;
  }

  private static Pattern word(String alternatives) {
    return Pattern.compile("(?iu)(?<![\\p{L}\\d])(?:" + alternatives + ")(?![\\p{L}\\d])");
  }
}
