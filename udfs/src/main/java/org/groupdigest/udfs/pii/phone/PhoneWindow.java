package org.groupdigest.udfs.pii.phone;

import org.groupdigest.udfs.pii.scan.DigitGroups;
import org.groupdigest.udfs.pii.scan.FoldedText;
import org.groupdigest.udfs.pii.scan.ScannedText;

/**
 * A few neighbouring groups of digits that may be one phone number, with the signs that belong to
 * it.
 *
 * @param scanned the text
 * @param first the first group
 * @param count how many groups
 */
record PhoneWindow(ScannedText scanned, int first, int count) {

  private static final int MAX_SIGNS = 3;
  private static final int MAX_BEFORE = 8;

  // Five digits before a number that is named behind it ("... office") are a postal code.
  private static final int MAX_GROUP = 4;

  /** Group lengths, for example {@code 3-3-4}. */
  String shape() {
    return groups().shape(first, count);
  }

  int digitCount() {
    return groups().digitCount(first, count);
  }

  /** How many groups have one digit. */
  int singleDigits() {
    int single = 0;
    for (int i = first; i < first + count; i++) {
      single += groups().length(i) == 1 ? 1 : 0;
    }
    return single;
  }

  String digits() {
    return groups().digits(first, count);
  }

  /** First char, an opening bracket or plus included. */
  int start() {
    int start = groups().start(first);
    while (opensNumber(text().at(start - 1)) && groups().start(first) - start < MAX_SIGNS) {
      start--;
    }
    return start;
  }

  int end() {
    return groups().end(first + count - 1);
  }

  /** Written with the plus of international numbers. */
  boolean hasPlus() {
    return count('+') > 0;
  }

  /** Starts with an area code in brackets. */
  boolean opensWithBracket() {
    return text().at(groups().start(first) - 1) == '(' && bracketsMatch();
  }

  /** As many closing brackets as opening ones. */
  boolean bracketsMatch() {
    return count('(') == count(')');
  }

  /** How often a sign stands in the number. */
  int count(char sign) {
    int found = 0;
    for (int i = start(), end = end(); i < end; i++) {
      found += text().at(i) == sign ? 1 : 0;
    }
    return found;
  }

  /** The number as it stands in the folded text. */
  String written() {
    return text().text().substring(start(), end());
  }

  /** Whether all gaps are alike (or around brackets). */
  boolean isEven() {
    String separator = null;
    for (int i = first; i < first + count - 1; i++) {
      String gap = groups().gap(i);
      if (gap.indexOf('(') >= 0 || gap.indexOf(')') >= 0) {
        continue;
      }
      if (separator != null && !separator.equals(gap)) {
        return false;
      }
      separator = gap;
    }
    return true;
  }

  /** How many different signs part the groups; brackets and the blanks beside them count once. */
  int separators() {
    boolean blank = false;
    boolean bracket = false;
    int others = 0;
    for (char sign : new char[] {'-', '.', '/'}) {
      others += has(sign) ? 1 : 0;
    }
    for (int i = first; i < first + count - 1; i++) {
      String gap = groups().gap(i);
      bracket |= gap.indexOf('(') >= 0 || gap.indexOf(')') >= 0;
      blank |= gap.isBlank();
    }
    return others + (blank || bracket ? 1 : 0);
  }

  /**
   * Whether the groups right before belong to the same number: they are parted from it as its own
   * groups are, or are its area code in brackets.
   */
  boolean continuesNumber() {
    if (first == 0 || !groups().joins(first - 1) || start() < groups().end(first - 1)) {
      return false;
    }
    String gap = groups().gap(first - 1);
    boolean area = gap.indexOf(')') >= 0 && text().at(groups().start(first - 1) - 1) == '(';
    boolean postalCode =
        groups().length(first - 1) > MAX_GROUP && PhoneContext.isNamedBehind(text(), end());
    boolean alike = count > 1 && !postalCode;
    return area || (alike && gap.equals(groups().gap(first)));
  }

  /** Whether more groups follow that are parted as its own are: a list, or a longer number. */
  boolean continuesBehind() {
    int last = first + count - 1;
    return count > 1 && groups().joins(last) && groups().gap(last).equals(groups().gap(last - 1));
  }

  /** Whether the groups before, as far as they are joined, start with a plus. */
  boolean followsPlus() {
    int group = first;
    while (group > 0 && first - group < MAX_BEFORE && groups().joins(group - 1)) {
      group--;
      if (text().at(groups().start(group) - 1) == '+') {
        return true;
      }
    }
    return false;
  }

  /** Whether some gap has this sign. */
  boolean has(char sign) {
    for (int i = first; i < first + count - 1; i++) {
      if (groups().gap(i).indexOf(sign) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** At most so many chars in front of the number. */
  String before(int reach) {
    return text().text().substring(Math.max(0, start() - reach), start());
  }

  FoldedText text() {
    return scanned.folded();
  }

  private DigitGroups groups() {
    return scanned.digits();
  }

  private static boolean opensNumber(char c) {
    return c == '+' || c == '(';
  }
}
