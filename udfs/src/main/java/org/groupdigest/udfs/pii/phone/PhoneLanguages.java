package org.groupdigest.udfs.pii.phone;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Languages of single texts, told by their most common words. */
final class PhoneLanguages {

  private static final Map<String, List<String>> BY_WORD = new HashMap<>();
  private static final Map<String, List<String>> REGIONS = new HashMap<>();
  private static final int MAX_WORDS = 60;
  private static final int FIRST_UNSPACED = 0x590;

  static {
    for (PhoneLanguage language : PhoneLanguage.ALL) {
      REGIONS.put(language.code(), language.regions());
      for (String word : language.common()) {
        BY_WORD.merge(
            word,
            List.of(language.code()),
            (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
      }
    }
  }

  private PhoneLanguages() {}

  /** Where the speakers of a language live. */
  static List<String> regions(String language) {
    return REGIONS.getOrDefault(language, List.of());
  }

  /** Adds, for each language, how many of its common words a text has. */
  static void count(String text, Map<String, Integer> counts) {
    int words = 0;
    for (int i = 0; i < text.length() && words < MAX_WORDS; i++) {
      int end = i;
      while (end < text.length() && Character.isLetter(text.charAt(end))) {
        end++;
      }
      if (end > i) {
        words++;
        addWord(text.substring(i, end).toLowerCase(Locale.ROOT), counts);
      }
      i = Math.max(i, end);
    }
  }

  private static void addWord(String word, Map<String, Integer> counts) {
    BY_WORD.getOrDefault(word, List.of()).forEach(code -> counts.merge(code, 1, Integer::sum));
    String code = word.charAt(0) < FIRST_UNSPACED ? null : byScript(word.codePointAt(0));
    if (code != null) {
      counts.merge(code, 1, Integer::sum);
    }
  }

  private static String byScript(int codePoint) {
    return switch (Character.UnicodeScript.of(codePoint)) {
      case HEBREW -> "he";
      case ARABIC -> "ar";
      case DEVANAGARI -> "hi";
      case HAN -> "zh";
      case HIRAGANA, KATAKANA -> "ja";
      case HANGUL -> "ko";
      default -> null;
    };
  }
}
