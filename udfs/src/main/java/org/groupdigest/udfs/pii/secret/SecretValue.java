package org.groupdigest.udfs.pii.secret;

import java.util.Locale;
import java.util.Set;
import org.groupdigest.udfs.pii.scan.FoldedText;

/**
 * The value behind the name of a secret.
 *
 * @param tie what stands between name and value: '=', ':' or a blank
 * @param start first char of the value
 * @param end the char after its last one
 * @param text the value
 * @param alone whether nothing else follows in its line
 */
record SecretValue(char tie, int start, int end, String text, boolean alone) {

  private static final int MAX_LENGTH = 512;
  private static final int MAX_BLANKS = 3;
  private static final int MAX_QUOTED = 128;
  private static final int LOOSE_TOKENS = 4;
  private static final int MIN_LOOSE = 6;
  private static final String QUOTED_ENDS = "\"'\r\n" + FoldedText.BARRIER;
  private static final Set<String> NO_VALUES =
      Set.of(
          "null", "none", "nil", "true", "false", "undefined", "required", "optional", "yes", "no");
  private static final String ENDS = " \t\r\n\"'`,;&<>|" + FoldedText.BARRIER;

  /** The value after the name that ends at a place, or null. */
  static SecretValue after(FoldedText text, int nameEnd) {
    int position = skip(text, nameEnd, "\"'` ");
    char tie = ' ';
    while (position < nameEnd + 2 * MAX_BLANKS && "=:>".indexOf(text.at(position)) >= 0) {
      tie = tie == '=' || text.at(position) == '=' ? '=' : ':';
      position++;
    }
    if (tie == ' ' && position == nameEnd) {
      return null;
    }
    int start = skip(text, position, "\"'` ");
    return tie == ' ' ? loose(text, start) : at(text, tie, start);
  }

  /**
   * Without a sign of assignment the value is the first token of the next few that looks like one.
   */
  private static SecretValue loose(FoldedText text, int start) {
    SecretValue value = at(text, ' ', start);
    if (value != null && value.text.length() >= MIN_LOOSE && value.isNumber()) {
      return value;
    }
    for (int i = 0; i < LOOSE_TOKENS && value != null; i++) {
      if (value.mixesLettersAndDigits()) {
        return value;
      }
      value = at(text, ' ', skip(text, value.end, "\"'`:- "));
    }
    return null;
  }

  private boolean isNumber() {
    return text.chars().allMatch(Character::isDigit);
  }

  private boolean mixesLettersAndDigits() {
    return text.length() >= MIN_LOOSE
        && text.indexOf('/') < 0
        && text.chars().anyMatch(Character::isDigit)
        && text.chars().anyMatch(Character::isLetter);
  }

  private static SecretValue at(FoldedText text, char tie, int start) {
    int end = quotedEnd(text, start);
    while (end - start < MAX_LENGTH && end < text.length() && ENDS.indexOf(text.at(end)) < 0) {
      end++;
    }
    while (end > start && ".!?:)]}".indexOf(text.at(end - 1)) >= 0) {
      end--;
    }
    if (end == start) {
      return null;
    }
    int rest = skip(text, end, "\"'`.! ");
    boolean alone = rest == text.length() || text.at(rest) == '\n' || text.at(rest) == '\r';
    return new SecretValue(tie, start, end, text.text().substring(start, end), alone);
  }

  /** The closing quote of a value that may hold blanks, or the start if it is not in quotes. */
  private static int quotedEnd(FoldedText text, int start) {
    char quote = text.at(start - 1);
    if (quote != '"' && quote != '\'') {
      return start;
    }
    int end = start;
    while (end - start < MAX_QUOTED
        && end < text.length()
        && QUOTED_ENDS.indexOf(text.at(end)) < 0) {
      end++;
    }
    return text.at(end) == quote ? end : start;
  }

  private static int skip(FoldedText text, int from, String chars) {
    int position = from;
    while (position < from + MAX_BLANKS
        && position < text.length()
        && chars.indexOf(text.at(position)) >= 0) {
      position++;
    }
    return position;
  }

  /** Whether the value is worth hiding, given its name and how it is tied to it. */
  boolean isSecret(SecretNames.Strength strength) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (NO_VALUES.contains(lower)
        || isReference()
        || lower.chars().allMatch(c -> "*x•.-_=".indexOf(c) >= 0)) {
      return false;
    }
    boolean password = strength == SecretNames.Strength.PASSWORD;
    if (tie == '=') {
      return text.length() >= (password ? 3 : 6);
    }
    boolean digits = text.chars().anyMatch(Character::isDigit);
    if (tie == ':') {
      return text.length() >= (password ? 3 : 8)
          && (digits || (password && alone && text.length() > 4));
    }
    return digits && text.length() >= (password ? MIN_LOOSE : 16);
  }

  /** A variable, a template or a call names a secret and does not hold it. */
  private boolean isReference() {
    return text.startsWith("$")
        || text.startsWith("{")
        || text.startsWith("%")
        || text.indexOf('(') > 0;
  }
}
