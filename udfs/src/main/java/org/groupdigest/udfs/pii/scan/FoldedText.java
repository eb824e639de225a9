package org.groupdigest.udfs.pii.scan;

import java.util.List;

/**
 * A text in the form in which detectors read it, with the way back to the original. Characters are
 * folded by {@link CharFold}, letters that pass for digits inside a number become digits, and every
 * placeholder (and every find that will become one) is the single char {@link #BARRIER}: so a text
 * and its masked form fold to the same thing, which is what makes masking idempotent.
 */
public final class FoldedText {

  /** Stands for a placeholder; part of no value, word or number. */
  public static final char BARRIER = '\uFFFC';

  private static final char FIRST_UNSPACED = '\u2E80';
  private static final char FIRST_PRIVATE = '\uE000';

  // The text once more: detectors look at single chars far more often than at anything else.
  private final char[] chars;
  private final String text;
  private final String lower;
  private final int[] origin;

  private FoldedText(char[] chars, int[] origin) {
    this.chars = chars;
    this.text = new String(chars);
    this.origin = origin;
    this.lower = lowerCase(chars);
  }

  /**
   * Folds a text.
   *
   * @param input the original
   * @param hidden stretches of the original that count as placeholders, sorted, not overlapping
   */
  public static FoldedText of(String input, List<Stretch> hidden) {
    FoldedTextBuilder builder = new FoldedTextBuilder(input.length());
    int from = 0;
    for (Stretch stretch : hidden) {
      builder.appendFolded(input, from, stretch.start());
      builder.append(BARRIER, stretch.start());
      from = stretch.end();
    }
    builder.appendFolded(input, from, input.length());
    return new FoldedText(builder.charsWithLookAlikeDigits(), builder.origin(input.length()));
  }

  public int length() {
    return chars.length;
  }

  /** The folded text. */
  public String text() {
    return text;
  }

  /** The folded text in lower case with ё as е; the same length as {@link #text}. */
  public String lower() {
    return lower;
  }

  /** The char at a place, or 0 outside of the text. */
  public char at(int index) {
    return index >= 0 && index < chars.length ? chars[index] : 0;
  }

  /** Whether there is a letter or a digit at a place. */
  public boolean isWordAt(int index) {
    return Character.isLetterOrDigit(at(index));
  }

  /** Whether a letter belongs to a script that puts no blanks between words and numbers. */
  public static boolean isUnspaced(char c) {
    return c >= FIRST_UNSPACED && c < FIRST_PRIVATE && Character.isLetter(c);
  }

  public boolean isDigitAt(int index) {
    return isDigit(at(index));
  }

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /**
   * The stretch of the input, in UTF-16 units, that a stretch of the folded text comes from, with
   * the invisible characters that hang on its end.
   */
  public Stretch originOf(int start, int end) {
    return new Stretch(origin[start], origin[end]);
  }

  private static String lowerCase(char[] chars) {
    char[] lower = new char[chars.length];
    for (int i = 0; i < chars.length; i++) {
      lower[i] = LowerCase.of(chars[i]);
    }
    return new String(lower);
  }

  /** A half-open range of UTF-16 units. */
  public record Stretch(int start, int end) {}
}
