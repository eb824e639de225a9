package org.groupdigest.udfs.pii.number;

import java.util.List;
import java.util.Set;
import org.groupdigest.udfs.pii.scan.Cue;
import org.groupdigest.udfs.pii.scan.DigitGroups;
import org.groupdigest.udfs.pii.scan.DigitGroupsDetector;
import org.groupdigest.udfs.pii.scan.Edges;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.groupdigest.udfs.pii.scan.ScannedText;

/**
 * Insurance numbers of Russian individuals (SNILS): 11 digits, of which the last two check the
 * first nine. In the printed form (three groups of three, one of two) a number needs no more; in
 * any other grouping it must be named, because phone numbers have 11 digits too.
 */
public final class SnilsDetector extends DigitGroupsDetector {

  private static final Cue CUE =
      new Cue(Set.of("snils"), List.of("снилс", "страхов", "пенсионн"), 40);
  private static final int DIGITS = 11;
  private static final int MAX_GROUPS = 4;
  private static final String PRINTED_SHAPE = "3-3-3-2";
  private static final String FIRST_CHECKED = "001001998";

  public SnilsDetector() {
    super(PiiKind.SNILS);
  }

  @Override
  protected int match(ScannedText scanned, int first) {
    DigitGroups groups = scanned.digits();
    int count = groupsForDigits(groups, first);
    if (count == 0 || !checks(groups.digits(first, count))) {
      return 0;
    }
    int start = groups.start(first);
    boolean apart =
        Edges.opens(scanned.folded(), start)
            && Edges.closes(scanned.folded(), groups.end(first + count - 1));
    boolean known =
        groups.shape(first, count).equals(PRINTED_SHAPE) || CUE.before(scanned.folded(), start);
    return apart && known ? count : 0;
  }

  /** How many groups, joined by single blanks or hyphens, make up a number; 0 if none do. */
  private static int groupsForDigits(DigitGroups groups, int first) {
    int digits = groups.length(first);
    int count = 1;
    while (digits < DIGITS && count < MAX_GROUPS && joins(groups, first + count - 1)) {
      digits += groups.length(first + count);
      count++;
    }
    return digits == DIGITS ? count : 0;
  }

  private static boolean joins(DigitGroups groups, int group) {
    return groups.joinedBy(group, ' ') || groups.joinedBy(group, '-');
  }

  private static boolean checks(String number) {
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (number.charAt(i) - '0') * (9 - i);
    }
    int expected = sum % 101 % 100;
    return number.compareTo(FIRST_CHECKED) > 0 && expected == Integer.parseInt(number.substring(9));
  }
}
