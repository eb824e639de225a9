package org.groupdigest.udfs.text;

import java.util.Locale;
import java.util.Map;

/**
 * Latin letters written back in Russian ones, so that the usual ways to write a sound meet: {@code
 * ya} and {@code ja}, {@code kh}, {@code h} and {@code x}. In the normal form words are alike that
 * differ in how soft and hard sounds were written only.
 */
final class Cyrillised {

  private static final int LONGEST = 4;

  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("shch", "щ"),
          Map.entry("sch", "щ"),
          Map.entry("sh", "ш"),
          Map.entry("ch", "ч"),
          Map.entry("zh", "ж"),
          Map.entry("kh", "х"),
          Map.entry("ts", "ц"),
          Map.entry("tz", "ц"),
          Map.entry("ya", "я"),
          Map.entry("ja", "я"),
          Map.entry("yu", "ю"),
          Map.entry("ju", "ю"),
          Map.entry("yo", "е"),
          Map.entry("jo", "е"),
          Map.entry("ye", "е"),
          Map.entry("je", "е"),
          Map.entry("iy", "ий"),
          Map.entry("ay", "ай"),
          Map.entry("ey", "ей"),
          Map.entry("oy", "ой"),
          Map.entry("uy", "уй"),
          Map.entry("yy", "ый"),
          Map.entry("'", "ь"),
          Map.entry("4", "ч"),
          Map.entry("a", "а"),
          Map.entry("b", "б"),
          Map.entry("v", "в"),
          Map.entry("w", "в"),
          Map.entry("g", "г"),
          Map.entry("d", "д"),
          Map.entry("e", "е"),
          Map.entry("z", "з"),
          Map.entry("i", "и"),
          Map.entry("y", "ы"),
          Map.entry("j", "й"),
          Map.entry("k", "к"),
          Map.entry("q", "к"),
          Map.entry("l", "л"),
          Map.entry("m", "м"),
          Map.entry("n", "н"),
          Map.entry("o", "о"),
          Map.entry("p", "п"),
          Map.entry("r", "р"),
          Map.entry("s", "с"),
          Map.entry("t", "т"),
          Map.entry("u", "у"),
          Map.entry("f", "ф"),
          Map.entry("h", "х"),
          Map.entry("x", "х"),
          Map.entry("c", "ц"));

  private Cyrillised() {}

  /** A text in Latin letters in Cyrillic ones; letters that have no match stay as they are. */
  static String of(String latin) {
    String lower = latin.toLowerCase(Locale.ROOT);
    StringBuilder cyrillic = new StringBuilder(lower.length());
    for (int at = 0; at < lower.length(); ) {
      int length = Math.min(LONGEST, lower.length() - at);
      while (length > 1 && !LETTERS.containsKey(lower.substring(at, at + length))) {
        length--;
      }
      String letters = lower.substring(at, at + length);
      cyrillic.append(LETTERS.getOrDefault(letters, letters));
      at += length;
    }
    return cyrillic.toString();
  }

  /** A word in Russian letters without soft and hard signs, and with {@code и} for {@code ы й}. */
  static String normal(String russian) {
    return russian
        .toLowerCase(Locale.ROOT)
        .replaceAll("[ьъ-]", "")
        .replaceAll("[ый]", "и")
        .replaceAll("[эё]", "е");
  }
}
