package org.groupdigest.udfs.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into words: runs of letters and digits in any script. Single connectors inside a word
 * hold it together, so that {@code sun-java6-jre}, {@code client_max_body_size}, {@code xorg.conf}
 * and {@code don't} are one word each.
 */
final class WordSpans {

  private static final String CONNECTORS = "-_.'’+";

  private WordSpans() {}

  /** Offsets of each word, as pairs of start and end in UTF-16 units. */
  static List<int[]> of(String text) {
    List<int[]> spans = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (isWordPart(text, at)) {
        int end = wordEnd(text, at);
        spans.add(new int[] {at, end});
        at = end;
      } else {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    return spans;
  }

  private static int wordEnd(String text, int start) {
    int at = start;
    while (at < text.length()) {
      if (isWordPart(text, at)) {
        at += Character.charCount(text.codePointAt(at));
      } else if (CONNECTORS.indexOf(text.charAt(at)) >= 0 && isWordPart(text, at + 1)) {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  private static boolean isWordPart(String text, int at) {
    if (at >= text.length()) {
      return false;
    }
    int codePoint = text.codePointAt(at);
    return Character.isLetterOrDigit(codePoint)
        || Character.getType(codePoint) == Character.NON_SPACING_MARK;
  }
}
