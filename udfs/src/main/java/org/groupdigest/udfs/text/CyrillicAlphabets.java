package org.groupdigest.udfs.text;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells near languages in Cyrillic apart by their letters: {@code і} is not Russian, {@code ы} is
 * neither Ukrainian nor Bulgarian. Languages that are not listed fit any text.
 */
final class CyrillicAlphabets {

  /**
   * How strongly letters of other alphabets count: one in forty, as a short line may have it, takes
   * four fifths of the weight, one in four hundred a seventh.
   */
  private static final double STRANGE_LETTERS = 60;

  private static final String COMMON = "абвгдежзклмнопрстуфхцчш";

  private static final Map<String, Set<Integer>> LETTERS =
      Map.of(
          "ru", letters("иёйщъыьэюя"),
          "uk", letters("иґєіїйщьюя"),
          "be", letters("ёійўыьэюя"),
          "bg", letters("ийщъьюя"),
          "sr", letters("иђјљњћџ"),
          "mk", letters("иѓѕјљњќџ"));

  private CyrillicAlphabets() {}

  /** How well a text in Cyrillic fits a language's alphabet: 1 when all letters are in it. */
  static double fit(String language, String text) {
    Set<Integer> alphabet = LETTERS.get(language);
    if (alphabet == null) {
      return 1;
    }
    int[] letters =
        text.codePoints().filter(Character::isLetter).map(Character::toLowerCase).toArray();
    int strange = 0;
    for (int letter : letters) {
      strange += alphabet.contains(letter) ? 0 : 1;
    }
    return letters.length == 0 ? 1 : Math.exp(-STRANGE_LETTERS * strange / letters.length);
  }

  private static Set<Integer> letters(String own) {
    return (COMMON + own).codePoints().boxed().collect(Collectors.toUnmodifiableSet());
  }
}
