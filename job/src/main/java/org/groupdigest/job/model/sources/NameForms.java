package org.groupdigest.job.model.sources;

import java.lang.Character.UnicodeScript;
import java.util.Locale;

/** Forms of people's names: as they are written, and declined as in Russian. */
public final class NameForms {

  private static final int MIN_STEM = 3;
  private static final int LONGEST_ENDING = 2;
  private static final String ENDINGS = "аяйьеоиыу";

  private NameForms() {}

  /**
   * Whether a word is a name or a form of it: «Глебу» of «Глеб», «Анне» of «Анна».
   *
   * @param word in any letter case
   * @param name one word, in any letter case
   */
  public static boolean isForm(String word, String name) {
    String lower = word.toLowerCase(Locale.ROOT);
    String base = name.toLowerCase(Locale.ROOT);
    if (lower.equals(base)) {
      return true;
    }
    String stem = stem(base);
    return stem.length() >= MIN_STEM
        && UnicodeScript.of(stem.charAt(0)) == UnicodeScript.CYRILLIC
        && lower.startsWith(stem)
        && lower.length() <= stem.length() + LONGEST_ENDING;
  }

  private static String stem(String name) {
    int last = name.length() - 1;
    return last >= 0 && ENDINGS.indexOf(name.charAt(last)) >= 0 ? name.substring(0, last) : name;
  }
}
