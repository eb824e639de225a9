package org.groupdigest.job.stage.guard;

import java.util.regex.Pattern;

/** Text by code points: the units in which JSON Schema counts. */
final class CodePoints {

  private static final Pattern HALF = Pattern.compile("\\p{Cs}");
  private static final Pattern JOINERS_AT_END = Pattern.compile("[\\p{M}\\u200d\\s]+$");

  private CodePoints() {}

  /** The text without halves of surrogate pairs, which no file could hold. */
  static String withoutHalves(String text) {
    return HALF.matcher(text).replaceAll("");
  }

  /** The start of a longer text: at most so many code points, no sign without what it joins. */
  static String start(String text, int points) {
    String start = text.substring(0, text.offsetByCodePoints(0, points));
    return JOINERS_AT_END.matcher(start).replaceFirst("");
  }
}
