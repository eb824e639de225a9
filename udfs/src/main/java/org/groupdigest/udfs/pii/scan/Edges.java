package org.groupdigest.udfs.pii.scan;

/** Whether a number stands by itself or is a piece of something longer. */
public final class Edges {

  private static final int EMPHASIS = 4;

  private Edges() {}

  /** Nothing that belongs to the number stands in front of it. */
  public static boolean opens(FoldedText text, int start) {
    char before = text.at(start - 1);
    if (isWord(before) || "@#+".indexOf(before) >= 0 || followsName(text, start)) {
      return false;
    }
    return !((before == '.' || before == '-') && text.isWordAt(start - 2));
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) && !FoldedText.isUnspaced(c);
  }

  /** Nothing that belongs to the number stands behind it. */
  public static boolean closes(FoldedText text, int end) {
    char after = text.at(end);
    if (isWord(after) || continuesName(text, end)) {
      return false;
    }
    return !((after == '.' || after == '-') && text.isDigitAt(end + 1));
  }

  /** Underscores tie a number to a name before it; around the number alone they are emphasis. */
  public static boolean followsName(FoldedText text, int start) {
    int position = start;
    while (start - position < EMPHASIS && text.at(position - 1) == '_') {
      position--;
    }
    return position < start && (text.at(position - 1) == '_' || text.isWordAt(position - 1));
  }

  /** The same behind a number. */
  public static boolean continuesName(FoldedText text, int end) {
    int position = end;
    while (position - end < EMPHASIS && text.at(position) == '_') {
      position++;
    }
    return position > end && (text.at(position) == '_' || text.isWordAt(position));
  }
}
