package org.groupdigest.job.ingest.file.chatlog;

import java.text.DateFormatSymbols;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Half of the day that a clock of twelve hours tells. */
enum Meridiem {
  /** Before noon. */
  AM,
  /** From noon on. */
  PM;

  /** What phones write and the JDK's own tables lack or have under other forms. */
  private static final Map<String, Meridiem> COMMON =
      Map.ofEntries(
          Map.entry("am", AM),
          Map.entry("pm", PM),
          Map.entry("a", AM),
          Map.entry("p", PM),
          Map.entry("дп", AM),
          Map.entry("пп", PM),
          Map.entry("凌晨", AM),
          Map.entry("清晨", AM),
          Map.entry("早上", AM),
          Map.entry("上午", AM),
          Map.entry("中午", PM),
          Map.entry("下午", PM),
          Map.entry("傍晚", PM),
          Map.entry("晚上", PM),
          Map.entry("sa", AM),
          Map.entry("ch", PM));

  /** The half of a word in any language, or null. */
  static Meridiem of(String word) {
    String folded = folded(word);
    Meridiem common = COMMON.get(folded);
    return common != null || folded.isEmpty() ? common : Locales.WORDS.get(folded);
  }

  int hour(int hour) {
    return this == AM ? hour % 12 == 0 ? 0 : hour : hour < 12 ? hour + 12 : hour;
  }

  private static String folded(String word) {
    StringBuilder folded = new StringBuilder();
    word.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(c -> Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }

  /** The words of all languages that the JDK knows; made when the first unusual one is met. */
  private static final class Locales {

    static final Map<String, Meridiem> WORDS = new HashMap<>();

    static {
      for (Locale locale : Locale.getAvailableLocales()) {
        String[] halves = DateFormatSymbols.getInstance(locale).getAmPmStrings();
        WORDS.putIfAbsent(folded(halves[0]), AM);
        WORDS.putIfAbsent(folded(halves[1]), PM);
      }
    }
  }
}
