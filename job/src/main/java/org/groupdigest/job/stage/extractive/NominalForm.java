package org.groupdigest.job.stage.extractive;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells by their endings whether Russian words stand together in the nominative, as a title wants
 * them: an adjective with its noun ({@code двойные возвраты}), or a noun with a version number
 * ({@code релиз 4.8}). Endings cannot be sure; what may be either case counts as nominative.
 */
final class NominalForm {

  private static final String WORD = "[а-яё-]{2,}";
  private static final List<Pattern> AGREEING =
      List.of(
          agreeing("(?:ый|ий|ой)", "[бвгджзйклмнпрстфхцчшщь]"),
          agreeing("(?:ая|яя)", "(?:[ая]|ь)"),
          agreeing("(?:ое|ее)", "[оеё]"),
          agreeing("(?:ые|ие)", "(?<!ами)(?<!ями)[ыиая]"));
  private static final Pattern VERSIONED =
      Pattern.compile("(?iu)[\\p{L}-]{3,}(?<![еуюы]|ом|ам|ой|ах|ов) v?\\p{N}+(?:\\.\\p{N}+)+");

  private NominalForm() {}

  private static Pattern agreeing(String adjective, String noun) {
    return Pattern.compile("(?iu)" + WORD + adjective + " " + WORD + noun);
  }

  /** Whether a phrase of two words is an adjective with its noun, or a noun with its version. */
  static boolean agrees(String phrase) {
    return VERSIONED.matcher(phrase).matches()
        || AGREEING.stream().anyMatch(pattern -> pattern.matcher(phrase).matches());
  }
}
