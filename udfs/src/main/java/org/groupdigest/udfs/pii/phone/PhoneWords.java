package org.groupdigest.udfs.pii.phone;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.groupdigest.udfs.pii.scan.Cue;
import org.groupdigest.udfs.pii.scan.FoldedText;

/** The words of all languages that call a number a phone, arranged for looking them up. */
final class PhoneWords {

  private static final int REACH = 32;
  private static final int UNSPACED_REACH = 12;
  private static final int MAX_COPULA = 4;
  private static final int MAX_SIGNS = 4;

  private static final Set<String> COPULAS =
      Set.of(
          "is", "to", "now", "it", "ist", "est", "es", "è", "é", "je", "är", "er", "on", "это",
          "вот");

  /** Words before a number, in scripts with blanks. */
  static final Cue NAMES = names();

  private static final List<String> UNSPACED = unspacedNames();
  private static final Set<String> DIRECT = new HashSet<>(all(PhoneLanguage::direct));
  private static final int LONGEST_DIRECT =
      DIRECT.stream().mapToInt(String::length).max().orElse(0);
  private static final Map<Character, List<String>> BEHIND = byFirstChar();

  private PhoneWords() {}

  /** Whether a script parts words otherwise than by blanks, or glues particles to them. */
  private static boolean isUnspaced(String word) {
    return word.codePoints().anyMatch(c -> c >= 0x590);
  }

  private static Cue names() {
    Set<String> words = new HashSet<>();
    List<String> stems = new ArrayList<>();
    for (String name : all(PhoneLanguage::names)) {
      if (name.endsWith("*")) {
        stems.add(name.substring(0, name.length() - 1));
      } else if (!isUnspaced(name)) {
        words.add(name);
      }
    }
    return new Cue(words, stems, REACH);
  }

  private static List<String> unspacedNames() {
    return all(PhoneLanguage::names).stream().filter(PhoneWords::isUnspaced).toList();
  }

  private static List<String> all(Function<PhoneLanguage, List<String>> part) {
    return PhoneLanguage.ALL.stream().flatMap(l -> part.apply(l).stream()).distinct().toList();
  }

  private static Map<Character, List<String>> byFirstChar() {
    Map<Character, List<String>> phrases = new HashMap<>();
    for (String phrase : all(PhoneLanguage::behind)) {
      phrases.computeIfAbsent(phrase.charAt(0), c -> new ArrayList<>()).add(phrase);
    }
    return phrases;
  }

  /** Where the nearest name in a script without blanks starts before a place, or -1. */
  static int lastUnspacedBefore(FoldedText text, int start) {
    int from = Math.max(0, start - UNSPACED_REACH);
    String before = text.lower().substring(from, start);
    if (before.chars().noneMatch(c -> c >= 0x590)) {
      return -1;
    }
    int last = -1;
    for (String name : UNSPACED) {
      int at = before.lastIndexOf(name);
      last = at < 0 ? last : Math.max(last, from + at);
    }
    return last;
  }

  /** Whether a word such as "number" stands right before a place, or one short word away. */
  static boolean isDirectlyBefore(FoldedText text, int start) {
    int end = beforeSigns(text, start);
    if (endsWithDirect(text, end)) {
      return true;
    }
    int word = end;
    while (word > end - MAX_COPULA && Character.isLetter(text.at(word - 1))) {
      word--;
    }
    return COPULAS.contains(text.lower().substring(word, end))
        && endsWithDirect(text, beforeSigns(text, word));
  }

  private static int beforeSigns(FoldedText text, int start) {
    int end = start;
    while (end > start - MAX_SIGNS && end > 0 && !text.isWordAt(end - 1)) {
      end--;
    }
    return end;
  }

  private static boolean endsWithDirect(FoldedText text, int end) {
    String before = text.lower().substring(Math.max(0, end - LONGEST_DIRECT - 1), end);
    for (int i = 0; i < before.length(); i++) {
      boolean begins = i == 0 ? end <= LONGEST_DIRECT : !Character.isLetter(before.charAt(i - 1));
      boolean unspaced = before.charAt(i) >= 0x590;
      if ((begins || unspaced) && DIRECT.contains(before.substring(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether the phrase right behind a number calls it a phone ("... is my number"). */
  static boolean isBehind(FoldedText text, int end) {
    int start = behindSigns(text, end);
    List<String> phrases = BEHIND.getOrDefault(first(text, start), List.of());
    return phrases.stream().anyMatch(phrase -> text.lower().startsWith(phrase, start));
  }

  private static int behindSigns(FoldedText text, int end) {
    int start = end;
    while (start < end + MAX_SIGNS && start < text.length() && !text.isWordAt(start)) {
      start++;
    }
    return start;
  }

  private static char first(FoldedText text, int start) {
    return start < text.length() ? text.lower().charAt(start) : 0;
  }
}
