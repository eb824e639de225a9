package org.groupdigest.udfs.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits chat text into sentences. A line feed always ends one; {@code . ! ? …} ends one when white
 * space follows and what comes next may start a sentence. Abbreviations, initials, numbers, file
 * names and addresses stay whole. Marks of other scripts, such as {@code 。}, end one whatever
 * follows; Thai and Lao, which have none, are left to {@link ThaiSentences}.
 */
public final class Sentences {

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "e.g", "i.e", "etc", "vs", "mr", "mrs", "ms", "dr", "prof", "st", "no", "fig", "approx",
          "inc", "ltd", "jr", "cf", "al", "т.е", "т.ч", "т.к", "т.д", "т.п", "т.н", "и.о", "г",
          "гг", "ул", "им", "стр", "рис", "см", "руб", "тыс", "млн", "млрд", "трлн", "долл", "напр",
          "д", "кв", "пр", "обл", "чел", "мин", "сек", "тел", "св");

  /** Of Han and kana, Arabic, Devanagari, Armenian, Ethiopic, Khmer, Myanmar, Tibetan. */
  private static final String OWN_MARKS = "。！？｡؟۔।॥։።፧។៕။།༎‼⁇⁈⁉";

  private static final String QUESTION_MARKS = "?？؟⁇⁈⁉፧";
  private static final String CLOSING = "\"'”’»)]」』）】》〉］｣";

  private Sentences() {}

  /** Whether a sentence ends with a question mark of any script. */
  public static boolean isQuestion(String sentence) {
    return !sentence.isEmpty()
        && QUESTION_MARKS.indexOf(sentence.charAt(sentence.length() - 1)) >= 0;
  }

  /** What stands between two texts in one line: a blank, but nothing between Han and kana. */
  public static String gap(String before, String after) {
    boolean wide =
        !before.isEmpty()
            && !after.isEmpty()
            && isWide(before.codePointBefore(before.length()))
            && isWide(after.codePointAt(0));
    return wide ? "" : " ";
  }

  /** Mark to end a sentence with that has none, after its last letter; empty where none is set. */
  public static String stop(int lastLetter) {
    if (!Character.isLetterOrDigit(lastLetter) || !UnspacedWords.isUnspaced(lastLetter)) {
      return Character.isLetterOrDigit(lastLetter) ? "." : "";
    }
    return UnspacedWords.isEastAsian(lastLetter) ? "。" : "";
  }

  private static boolean isWide(int codePoint) {
    return UnspacedWords.isEastAsian(codePoint)
        || (codePoint >= 0x3000 && codePoint <= 0x303F)
        || (codePoint >= 0xFF00 && codePoint <= 0xFFEF);
  }

  /** The sentences of a text, trimmed, without empty ones; empty for null. */
  public static List<String> of(String text) {
    List<String> sentences = new ArrayList<>();
    if (text == null) {
      return sentences;
    }
    for (String line : text.split("\\R")) {
      splitLine(line, sentences);
    }
    return sentences;
  }

  private static void splitLine(String line, List<String> sentences) {
    int start = 0;
    for (int at = 0; at < line.length(); at++) {
      if (isTerminal(line.charAt(at))) {
        int end = closing(line, at);
        if (isBoundary(line, at, end)) {
          add(sentences, line.substring(start, end));
          start = end;
        }
        at = end - 1;
      }
    }
    add(sentences, line.substring(start));
  }

  private static void add(List<String> sentences, String sentence) {
    for (String part : ThaiSentences.of(sentence)) {
      String trimmed = part.strip();
      if (!trimmed.isEmpty()) {
        sentences.add(trimmed);
      }
    }
  }

  /** Takes in repeated marks and the quotes and brackets that close the sentence. */
  private static int closing(String line, int at) {
    int end = at + 1;
    while (end < line.length() && isTerminal(line.charAt(end))) {
      end++;
    }
    while (end < line.length() && CLOSING.indexOf(line.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private static boolean isTerminal(char mark) {
    return mark == '.' || mark == '!' || mark == '?' || mark == '…' || isOwnMark(mark);
  }

  private static boolean isOwnMark(int mark) {
    return mark > 0x500 && OWN_MARKS.indexOf(mark) >= 0;
  }

  private static boolean isBoundary(String line, int mark, int end) {
    if (end >= line.length()) {
      return true;
    }
    String marks = line.substring(mark, end);
    if (marks.chars().anyMatch(Sentences::isOwnMark)) {
      return true;
    }
    boolean strong = marks.chars().anyMatch(c -> c == '!' || c == '?');
    if (!Character.isWhitespace(line.charAt(end))) {
      return isBetweenEastAsian(line, mark, end, strong);
    }
    if (strong) {
      return true;
    }
    boolean single = line.charAt(mark) == '.' && !isTerminalAt(line, mark + 1);
    if (single && isAbbreviation(line, mark)) {
      return false;
    }
    return single || !Character.isLowerCase(nextLetter(line, end));
  }

  /** Han and kana set no blank after a mark, even after one of the Latin keyboard. */
  private static boolean isBetweenEastAsian(String line, int mark, int end, boolean strong) {
    boolean before = mark > 0 && UnspacedWords.isEastAsian(line.codePointBefore(mark));
    boolean after = UnspacedWords.isEastAsian(line.codePointAt(end));
    return strong ? before || after : before && after && line.charAt(mark) == '.';
  }

  private static boolean isTerminalAt(String line, int at) {
    return at < line.length() && isTerminal(line.charAt(at));
  }

  private static int nextLetter(String line, int from) {
    int at = from;
    while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
      at++;
    }
    return at < line.length() ? line.codePointAt(at) : ' ';
  }

  private static boolean isAbbreviation(String line, int mark) {
    int start = mark;
    while (start > 0 && !Character.isWhitespace(line.charAt(start - 1))) {
      start--;
    }
    String word = line.substring(start, mark).replaceAll("^[\"'«“(\\[]+", "");
    return isInitial(word)
        || isListNumber(word, start)
        || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }

  private static boolean isInitial(String word) {
    return word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I");
  }

  private static boolean isListNumber(String word, int start) {
    return start == 0 && !word.isEmpty() && word.chars().allMatch(Character::isDigit);
  }
}
