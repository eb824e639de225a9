package org.groupdigest.udfs.pii.number;

import java.util.Set;
import org.groupdigest.udfs.pii.scan.DigitGroups;
import org.groupdigest.udfs.pii.scan.DigitGroupsDetector;
import org.groupdigest.udfs.pii.scan.Edges;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.groupdigest.udfs.pii.scan.ScannedText;

/**
 * Payment cards: 12 to 19 digits in one run or in the groups that are embossed on cards, parted by
 * one kind of separator; issuer prefix, length and Luhn digit must fit.
 */
public final class CardDetector extends DigitGroupsDetector {

  private static final Set<String> SHAPES =
      Set.of("4-4-4-4", "4-4-4-4-3", "4-6-5", "4-6-4", "4-4-4-3", "4-4-4-1", "8-8", "6-10", "6-13");
  private static final int MAX_GROUPS = 5;

  public CardDetector() {
    super(PiiKind.CARD);
  }

  @Override
  protected int match(ScannedText scanned, int first) {
    DigitGroups groups = scanned.digits();
    if (!Edges.opens(scanned.folded(), groups.start(first)) || isPath(scanned, first)) {
      return 0;
    }
    for (int count = evenRun(groups, first); count >= 1; count--) {
      if (hasShape(groups, first, count)
          && Edges.closes(scanned.folded(), groups.end(first + count - 1))
          && isCard(groups.digits(first, count))) {
        return count;
      }
    }
    return 0;
  }

  private static boolean isPath(ScannedText scanned, int first) {
    return scanned.folded().at(scanned.digits().start(first) - 1) == '/';
  }

  private static boolean hasShape(DigitGroups groups, int first, int count) {
    if (count == 1) {
      return groups.length(first) >= 12 && groups.length(first) <= 19;
    }
    return SHAPES.contains(groups.shape(first, count));
  }

  /** How many groups follow each other with the same single separator. */
  private static int evenRun(DigitGroups groups, int first) {
    for (char separator : new char[] {' ', '-', '.'}) {
      int count = 1;
      while (count < MAX_GROUPS && groups.joinedBy(first + count - 1, separator)) {
        count++;
      }
      if (count > 1) {
        return count;
      }
    }
    return 1;
  }

  private static boolean isCard(String digits) {
    return CardScheme.issues(digits) && Luhn.holds(digits);
  }
}
