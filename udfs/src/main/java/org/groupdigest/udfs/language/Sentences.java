package org.groupdigest.udfs.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits chat text into sentences. A line feed always ends one; {@code . ! ? …} ends one when white
 * space follows and what comes next may start a sentence. Abbreviations, initials, numbers, file
 * names and addresses stay whole.
 */
public final class Sentences {

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "e.g", "i.e", "etc", "vs", "mr", "mrs", "ms", "dr", "prof", "st", "no", "fig", "approx",
          "inc", "ltd", "jr", "cf", "al", "т.е", "т.ч", "т.к", "т.д", "т.п", "т.н", "и.о", "г",
          "гг", "ул", "им", "стр", "рис", "см", "руб", "тыс", "млн", "млрд", "трлн", "долл", "напр",
          "д", "кв", "пр", "обл", "чел", "мин", "сек", "тел", "св");

  private Sentences() {}

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
    String trimmed = sentence.strip();
    if (!trimmed.isEmpty()) {
      sentences.add(trimmed);
    }
  }

  /** Takes in repeated marks and the quotes and brackets that close the sentence. */
  private static int closing(String line, int at) {
    int end = at + 1;
    while (end < line.length() && isTerminal(line.charAt(end))) {
      end++;
    }
    while (end < line.length() && "\"'”»)]".indexOf(line.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private static boolean isTerminal(char mark) {
    return mark == '.' || mark == '!' || mark == '?' || mark == '…';
  }

  private static boolean isBoundary(String line, int mark, int end) {
    if (end >= line.length()) {
      return true;
    }
    if (!Character.isWhitespace(line.charAt(end))) {
      return false;
    }
    boolean strong = line.substring(mark, end).chars().anyMatch(c -> c == '!' || c == '?');
    if (strong) {
      return true;
    }
    boolean single = line.charAt(mark) == '.' && !isTerminalAt(line, mark + 1);
    if (single && isAbbreviation(line, mark)) {
      return false;
    }
    return single || !Character.isLowerCase(nextLetter(line, end));
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
