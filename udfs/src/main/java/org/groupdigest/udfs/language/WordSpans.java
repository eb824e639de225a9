package org.groupdigest.udfs.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into words: runs of letters and digits in any script. Single connectors inside a word
 * hold it together, so that {@code sun-java6-jre}, {@code client_max_body_size}, {@code xorg.conf}
 * and {@code don't} are one word each. Runs of scripts without blanks are cut by {@link
 * UnspacedWords}.
 */
final class WordSpans {

  private static final String CONNECTORS = "-_.'’+";

  private WordSpans() {}

  /** Offsets of each word, as pairs of start and end in UTF-16 units. */
  static List<int[]> of(String text) {
    List<int[]> spans = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      if (Character.isLetterOrDigit(text.codePointAt(at))) {
        int end = wordEnd(text, at);
        addWords(spans, text, at, end);
        at = end;
      } else {
        at += Character.charCount(text.codePointAt(at));
      }
    }
    return spans;
  }

  private static void addWords(List<int[]> spans, String text, int start, int end) {
    for (int at = start; at < end; at++) {
      if (text.charAt(at) >= UnspacedWords.LOWEST) {
        spans.addAll(UnspacedWords.of(text, start, end));
        return;
      }
    }
    spans.add(new int[] {start, end});
  }

  private static int wordEnd(String text, int start) {
    int at = start;
    while (at < text.length()) {
      if (isWordPart(text, at)) {
        at += Character.charCount(text.codePointAt(at));
      } else if (CONNECTORS.indexOf(text.charAt(at)) >= 0 && connects(text, at)) {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  /** Beside a script without blanks a connector is a mark like any other. */
  private static boolean connects(String text, int at) {
    return isWordPart(text, at + 1)
        && !UnspacedWords.isUnspaced(text.codePointBefore(at))
        && !UnspacedWords.isUnspaced(text.codePointAt(at + 1));
  }

  private static boolean isWordPart(String text, int at) {
    if (at >= text.length()) {
      return false;
    }
    int codePoint = text.codePointAt(at);
    int type = Character.getType(codePoint);
    return Character.isLetterOrDigit(codePoint)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
