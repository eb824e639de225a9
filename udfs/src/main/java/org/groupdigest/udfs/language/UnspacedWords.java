package org.groupdigest.udfs.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/**
 * Words of scripts that are written without blanks: Han, kana and bopomofo, Thai, Lao, Khmer,
 * Myanmar and their relatives. A run of such letters is cut into words by ICU's dictionaries; what
 * stands beside it in another script, such as {@code iPhone15} in a Chinese sentence, stays whole.
 * Scripts of this kind without a dictionary keep their runs. Thread-safe.
 */
public final class UnspacedWords {

  /** The lowest code point of such a script: texts of lower ones need not be looked at twice. */
  public static final int LOWEST = 0x0E00;

  /** First and last code point of each block, ascending. */
  private static final int[][] BLOCKS = {
    {LOWEST, 0x0EFF}, // Thai, Lao
    {0x1000, 0x109F}, // Myanmar
    {0x1780, 0x17DF}, // Khmer
    {0x1950, 0x19DF}, // Tai Le, New Tai Lue
    {0x1A20, 0x1AAF}, // Tai Tham
    {0x2E80, 0x2FDF}, // radicals
    {0x3005, 0x3007}, // marks of repetition, zero
    {0x3021, 0x312F}, // Hangzhou numerals, kana, bopomofo
    {0x31A0, 0x31FF}, // bopomofo and kana, extended
    {0x3400, 0x4DBF}, // Han
    {0x4E00, 0x9FFF}, // Han
    {0xA9E0, 0xA9FF}, // Myanmar
    {0xAA60, 0xAA7F}, // Myanmar
    {0xF900, 0xFAFF}, // Han
    {0xFF66, 0xFF9F}, // kana of half width
    {0x1AFF0, 0x1B16F}, // kana
    {0x20000, 0x3FFFF} // Han
  };

  private static final int FIRST_HANGUL = 0xAC00;
  private static final int LAST_HANGUL = 0xD7A3;

  private UnspacedWords() {}

  /** Whether a letter, digit or mark belongs to such a script. */
  public static boolean isUnspaced(int codePoint) {
    if (codePoint < LOWEST || (codePoint >= FIRST_HANGUL && codePoint <= LAST_HANGUL)) {
      return false;
    }
    for (int[] block : BLOCKS) {
      if (codePoint <= block[1]) {
        return codePoint >= block[0];
      }
    }
    return false;
  }

  /**
   * Whether a letter is in a script that also sets no blank between sentences, so that a mark alone
   * ends one: Han and kana.
   */
  public static boolean isEastAsian(int codePoint) {
    return codePoint >= 0x2E80 && isUnspaced(codePoint);
  }

  /**
   * The words of a run of letters, digits and marks.
   *
   * @return offsets of each word, as pairs of start and end in UTF-16 units
   */
  public static List<int[]> of(String text, int start, int end) {
    List<int[]> words = new ArrayList<>();
    for (int at = start; at < end; ) {
      int pieceEnd = pieceEnd(text, at, end);
      if (isUnspaced(text.codePointAt(at))) {
        addWords(words, text, at, pieceEnd);
      } else {
        words.add(new int[] {at, pieceEnd});
      }
      at = pieceEnd;
    }
    return words;
  }

  private static int pieceEnd(String text, int start, int end) {
    boolean unspaced = isUnspaced(text.codePointAt(start));
    int at = start;
    while (at < end) {
      int codePoint = text.codePointAt(at);
      if (isUnspaced(codePoint) != unspaced) {
        break;
      }
      at += Character.charCount(codePoint);
    }
    return at;
  }

  private static void addWords(List<int[]> words, String text, int start, int end) {
    BreakIterator breaks = BreakIterator.getWordInstance(ULocale.ROOT);
    breaks.setText(text.substring(start, end));
    int from = breaks.first();
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      words.add(new int[] {start + from, start + to});
      from = to;
    }
  }
}
