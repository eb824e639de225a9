package org.groupdigest.udfs.text;

import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days of the year named in Russian or English text or in figures: {@code 12 ноября}, {@code Nov
 * 12}, {@code 12.11}, {@code 12.11.2026}, {@code 2026-11-12}, {@code 11/12}. The year is not
 * compared: chats leave it out.
 */
public final class DateMentions {

  private static final Map<String, Integer> MONTHS = months();
  private static final Pattern DAY_MONTH =
      Pattern.compile("(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|-?го)?+ {1,2}+(\\p{L}{3,9}+)");
  private static final Pattern MONTH_DAY =
      Pattern.compile("(\\p{L}{3,9}+)\\.? {1,2}+(\\d{1,2})(?!\\d)");
  private static final Pattern ISO = Pattern.compile("(?<!\\d)\\d{4}-(\\d{2})-(\\d{2})(?!\\d)");
  private static final Pattern FIGURES =
      Pattern.compile("(?<![\\d.])(\\d{1,2})([./])(\\d{1,2})(?:[./]\\d{2,4})?+(?!\\d|\\.\\d)");
  private static final Pattern RELATIVE =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(?:today|tonight|tomorrow|mon|tue|wed|thu|fri|sat|sun"
              + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
              + "|сегодня|завтра|послезавтра|понедельник\\p{L}*+|вторник\\p{L}*+|сред[ауеы]"
              + "|четверг\\p{L}*+|пятниц\\p{L}++|суббот\\p{L}++|воскресень\\p{L}++|пн|вт|ср|чт|пт|сб|вс)(?!\\p{L})");

  private DateMentions() {}

  /** Days that a text names; figures that may be read either way give both days. */
  public static Set<MonthDay> in(String text) {
    Set<MonthDay> days = inWords(text);
    for (Matcher iso = ISO.matcher(text); iso.find(); ) {
      day(iso.group(2), Integer.parseInt(iso.group(1))).ifPresent(days::add);
    }
    for (Matcher figures = FIGURES.matcher(text); figures.find(); ) {
      day(figures.group(1), Integer.parseInt(figures.group(3))).ifPresent(days::add);
      if (figures.group(2).equals("/")) {
        day(figures.group(3), Integer.parseInt(figures.group(1))).ifPresent(days::add);
      }
    }
    return days;
  }

  /** Days that a text names with the month as a word: these are dates and nothing else. */
  public static Set<MonthDay> inWords(String text) {
    Set<MonthDay> days = new HashSet<>();
    for (Matcher words = DAY_MONTH.matcher(text); words.find(); ) {
      day(words.group(1), month(words.group(2))).ifPresent(days::add);
    }
    for (Matcher words = MONTH_DAY.matcher(text); words.find(); ) {
      day(words.group(2), month(words.group(1))).ifPresent(days::add);
    }
    return days;
  }

  /** Whether a text names a day by its distance or weekday ("tomorrow", "в среду"). */
  public static boolean hasRelativeDay(String text) {
    return RELATIVE.matcher(text).find();
  }

  private static int month(String word) {
    return MONTHS.getOrDefault(word.toLowerCase(Locale.ROOT), 0);
  }

  private static Optional<MonthDay> day(String day, int month) {
    try {
      return Optional.of(MonthDay.of(month, Integer.parseInt(day)));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  private static Map<String, Integer> months() {
    List<String> names =
        List.of(
            "jan january янв января январь январе",
            "feb february фев февраля февраль феврале",
            "mar march мар марта март марте",
            "apr april апр апреля апрель апреле",
            "may мая май мае",
            "jun june июн июня июнь июне",
            "jul july июл июля июль июле",
            "aug august авг августа август августе",
            "sep sept september сен сентября сентябрь сентябре",
            "oct october окт октября октябрь октябре",
            "nov november ноя ноября ноябрь ноябре",
            "dec december дек декабря декабрь декабре");
    Map<String, Integer> months = new HashMap<>();
    for (String name : names) {
      for (String form : name.split(" ")) {
        months.put(form, names.indexOf(name) + 1);
      }
    }
    return Map.copyOf(months);
  }
}
