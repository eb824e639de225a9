package org.groupdigest.job.model.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text of a chat harmless to show: one line, no control or invisible characters, no marks
 * that turn the direction of the text around it, no towers of combining marks, no broken
 * surrogates. Joiners stay where emoji and Persian or Arabic words need them, and so does the mark
 * that makes a sign a picture; other marks that choose a shape are taken out, because a row of them
 * carries a text that nobody sees.
 */
public final class CleanText {

  private static final int MAX_MARKS = 4;
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int PICTURE = 0xFE0F;
  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  private CleanText() {}

  /** The text as one clean line; empty for null. */
  public static String of(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder clean = new StringBuilder(text.length());
    int previous = 0;
    int marks = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      i += Character.charCount(codePoint);
      int next = i < text.length() ? text.codePointAt(i) : 0;
      marks = isMark(codePoint) ? marks + 1 : 0;
      if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
        space(clean);
      } else if (marks <= MAX_MARKS && isVisible(codePoint, previous, next)) {
        clean.appendCodePoint(codePoint);
      }
      previous = codePoint;
    }
    return clean.toString().strip();
  }

  /** The start of a clean text, at most this many UTF-16 units, no character taken apart. */
  public static String start(String text, int maxUnits) {
    if (text.length() <= maxUnits) {
      return text;
    }
    int end = 0;
    Matcher grapheme = GRAPHEME.matcher(text);
    while (grapheme.find() && grapheme.end() <= maxUnits) {
      end = grapheme.end();
    }
    return text.substring(0, end);
  }

  /** The text if it is short enough, else its start and an ellipsis; at most this many units. */
  public static String clip(String text, int maxUnits) {
    return text.length() <= maxUnits ? text : start(text, maxUnits - 1).stripTrailing() + "…";
  }

  private static void space(StringBuilder clean) {
    if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
      clean.append(' ');
    }
  }

  private static boolean isVisible(int codePoint, int previous, int next) {
    if (codePoint == ZERO_WIDTH_JOINER) {
      return isPictograph(previous) && isPictograph(next);
    }
    if (codePoint == ZERO_WIDTH_NON_JOINER) {
      return isArabic(previous) && isArabic(next);
    }
    if (codePoint == PICTURE) {
      return previous != PICTURE;
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
      // Emoji that are younger than the JDK are not assigned yet.
      case Character.UNASSIGNED -> isEmojiBlock(codePoint);
      case Character.NON_SPACING_MARK -> !isHiddenMark(codePoint);
      default -> !isBlankLetter(codePoint);
    };
  }

  // Hangul fillers and the empty braille pattern are letters and symbols that show nothing.
  private static boolean isBlankLetter(int codePoint) {
    return codePoint == 0x115F
        || codePoint == 0x1160
        || codePoint == 0x3164
        || codePoint == 0xFFA0
        || codePoint == 0x2800;
  }

  // Selectors of shapes, the grapheme joiner, and vowels of Khmer that are not written.
  private static boolean isHiddenMark(int codePoint) {
    return (codePoint >= 0xFE00 && codePoint <= 0xFE0E)
        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF)
        || (codePoint >= 0x180B && codePoint <= 0x180F)
        || codePoint == 0x034F
        || codePoint == 0x17B4
        || codePoint == 0x17B5;
  }

  private static boolean isEmojiBlock(int codePoint) {
    return codePoint >= 0x1F000 && codePoint <= 0x1FAFF;
  }

  private static boolean isPictograph(int codePoint) {
    return codePoint == PICTURE
        || isEmojiBlock(codePoint)
        || (codePoint >= 0x2190 && Character.getType(codePoint) == Character.OTHER_SYMBOL);
  }

  private static boolean isArabic(int codePoint) {
    return codePoint != 0
        && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.ARABIC;
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }
}
