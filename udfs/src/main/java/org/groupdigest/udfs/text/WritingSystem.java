package org.groupdigest.udfs.text;

import java.lang.Character.UnicodeScript;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.groupdigest.udfs.language.UnspacedWords;

/**
 * The script that a chat is written in, as a first cut at its language. Terms, names and code are
 * Latin in chats of every language, so another script counts as the chat's own from {@value
 * #FOREIGN_SHARE} of the letters on.
 */
enum WritingSystem {
  CYRILLIC("ru", "uk", "be", "bg", "mk", "sr", "kk", "ky", "tg", "mn", "tt", "ba", "cv", "ce"),
  ARABIC("ar", "fa", "ur", "ps", "pa"),
  DEVANAGARI("hi", "mr", "ne", "sa"),
  CHINESE("zh"),
  JAPANESE("ja"),
  HANGUL("ko"),
  HEBREW("he"),
  GREEK("el"),
  THAI("th"),
  LAO("lo"),
  KHMER("km"),
  MYANMAR("my"),
  TIBETAN("bo"),
  ETHIOPIC("am"),
  SINHALA("si"),
  ARMENIAN("hy"),
  GEORGIAN("ka"),
  BENGALI("bn"),
  TAMIL("ta"),
  TELUGU("te"),
  GUJARATI("gu"),
  KANNADA("kn"),
  MALAYALAM("ml"),
  LATIN;

  private static final double FOREIGN_SHARE = 0.3;
  private static final double KANA_SHARE = 0.04;

  /** An ideograph is a word or a part of one, as long as several letters of an alphabet. */
  private static final int LETTERS_OF_AN_IDEOGRAPH = 3;

  private final Set<String> languages;

  WritingSystem(String... languages) {
    this.languages = Set.of(languages);
  }

  /** The writing system of a text, or null where it has no letter of any. */
  static WritingSystem of(String text) {
    Map<WritingSystem, Integer> letters = new EnumMap<>(WritingSystem.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(letter -> letters.merge(ofLetter(letter), lettersOf(letter), Integer::sum));
    int all = letters.values().stream().mapToInt(Integer::intValue).sum();
    int latin = letters.getOrDefault(LATIN, 0);
    if (all == 0) {
      return null;
    }
    if (all - latin < FOREIGN_SHARE * all) {
      return LATIN;
    }
    letters.remove(LATIN);
    return ownScript(letters, all - latin);
  }

  /** Whether a language, by its ISO 639-1 code, is written in it. */
  boolean writes(String language) {
    if (this != LATIN) {
      return languages.contains(language);
    }
    for (WritingSystem system : values()) {
      if (system.languages.contains(language)) {
        return false;
      }
    }
    return true;
  }

  /** The only language written in it, or null where there are several. */
  String onlyLanguage() {
    return languages.size() == 1 ? languages.iterator().next() : null;
  }

  /** The text with everything but the words of this writing system blanked out. */
  String wordsOf(String text) {
    StringBuilder words = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> Character.isLetter(c) && ofLetter(c) != this ? ' ' : c)
        .forEach(words::appendCodePoint);
    return words.toString();
  }

  private static WritingSystem ownScript(Map<WritingSystem, Integer> letters, int all) {
    if (letters.getOrDefault(JAPANESE, 0) >= KANA_SHARE * all) {
      return JAPANESE;
    }
    return Collections.max(letters.entrySet(), Map.Entry.comparingByValue()).getKey();
  }

  private static int lettersOf(int codePoint) {
    return codePoint >= UnspacedWords.LOWEST && Character.isIdeographic(codePoint)
        ? LETTERS_OF_AN_IDEOGRAPH
        : 1;
  }

  /** Kana alone are Japanese, Han alone Chinese; scripts that are not listed count as Latin. */
  private static WritingSystem ofLetter(int codePoint) {
    UnicodeScript script = UnicodeScript.of(codePoint);
    return switch (script) {
      case HIRAGANA, KATAKANA -> JAPANESE;
      case HAN -> CHINESE;
      default -> named(script.name());
    };
  }

  private static WritingSystem named(String script) {
    for (WritingSystem system : values()) {
      if (system.name().equals(script)) {
        return system;
      }
    }
    return LATIN;
  }
}
