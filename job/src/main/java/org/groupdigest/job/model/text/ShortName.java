package org.groupdigest.job.model.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a person as it is shown: one clean line of at most {@value #MAX_CODE_POINTS} code points,
 * what a reader takes for one character never cut in two, an ellipsis where something is missing.
 */
public final class ShortName {

  /** Code points that a shown name has at most, its ellipsis counted. */
  public static final int MAX_CODE_POINTS = 48;

  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  private ShortName() {}

  /** The name, cleaned and shortened; empty for null and for what shows nothing. */
  public static String of(String name) {
    return shortened(CleanText.of(name), MAX_CODE_POINTS);
  }

  /** A clean name with what tells it from others behind it, both together short enough. */
  public static String of(String name, String suffix) {
    return shortened(name, MAX_CODE_POINTS - points(suffix)) + suffix;
  }

  private static String shortened(String name, int maxPoints) {
    if (points(name) <= maxPoints) {
      return name;
    }
    int end = 0;
    Matcher grapheme = GRAPHEME.matcher(name);
    while (grapheme.find() && name.codePointCount(0, grapheme.end()) < maxPoints) {
      end = grapheme.end();
    }
    // A single chain of joined pictures may be longer than a name can be.
    int cut = end > 0 ? end : name.offsetByCodePoints(0, maxPoints - 1);
    return name.substring(0, cut).stripTrailing() + "…";
  }

  private static int points(String text) {
    return text.codePointCount(0, text.length());
  }
}
