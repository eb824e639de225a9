package org.groupdigest.udfs.pii.scan;

import java.util.Arrays;

/** Collects folded chars together with the places they come from. */
final class FoldedTextBuilder {

  private static final String ZERO_LOOK_ALIKES = "OoОо";
  private static final String ONE_LOOK_ALIKES = "lI";
  private static final char FIRST_FOLDED = 0x80;
  private static final char CYRILLIC_ZE = 'З';

  private char[] text;
  private int[] origin;
  private int length;

  FoldedTextBuilder(int capacity) {
    text = new char[capacity + 1];
    origin = new int[capacity + 1];
  }

  void appendFolded(String input, int from, int to) {
    for (int i = from; i < to; ) {
      char c = input.charAt(i);
      if (c < FIRST_FOLDED || CharFold.isPlainLetter(c)) {
        append(c, i);
        i++;
        continue;
      }
      int codePoint = input.codePointAt(i);
      int folded = CharFold.fold(codePoint);
      if (Character.isBmpCodePoint(folded)) {
        append((char) folded, i);
      } else if (folded != CharFold.NOTHING) {
        append(Character.highSurrogate(folded), i);
        append(Character.lowSurrogate(folded), i + 1);
      }
      i += Character.charCount(codePoint);
    }
  }

  void append(char c, int from) {
    if (length + 1 >= origin.length) {
      origin = Arrays.copyOf(origin, origin.length * 2 + 1);
      text = Arrays.copyOf(text, origin.length);
    }
    origin[length] = from;
    text[length] = c;
    length++;
  }

  int[] origin(int inputLength) {
    origin[length] = inputLength;
    return origin;
  }

  /** The text, with O for zero and l for one undone where digits stand on both sides. */
  char[] charsWithLookAlikeDigits() {
    for (int i = 1; i + 1 < length; i++) {
      if (!FoldedText.isDigit(text[i - 1])) {
        continue;
      }
      char digit = lookAlike(text[i]);
      if (digit != text[i] && digitFollows(i)) {
        text[i] = digit;
      }
    }
    return Arrays.copyOf(text, length);
  }

  /** A run of up to two more look-alikes may stand between two digits. */
  private boolean digitFollows(int index) {
    int next = index + 1;
    int limit = Math.min(length - 1, index + 3);
    while (next < limit && lookAlike(text[next]) != text[next]) {
      next++;
    }
    return FoldedText.isDigit(text[next]);
  }

  private static char lookAlike(char c) {
    if (ZERO_LOOK_ALIKES.indexOf(c) >= 0) {
      return '0';
    }
    if (ONE_LOOK_ALIKES.indexOf(c) >= 0) {
      return '1';
    }
    return c == CYRILLIC_ZE ? '3' : c;
  }
}
