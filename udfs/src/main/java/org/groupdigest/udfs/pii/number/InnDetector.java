package org.groupdigest.udfs.pii.number;

import java.util.List;
import java.util.Set;
import org.groupdigest.udfs.pii.scan.Cue;
import org.groupdigest.udfs.pii.scan.DigitGroups;
import org.groupdigest.udfs.pii.scan.DigitGroupsDetector;
import org.groupdigest.udfs.pii.scan.Edges;
import org.groupdigest.udfs.pii.scan.FoldedText;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.groupdigest.udfs.pii.scan.ScannedText;

/**
 * Russian taxpayer numbers (INN) with their check digits. The 12 digits of a person carry two check
 * digits and are taken in the usual groupings without being named; the 10 digits of a company have
 * one only, and pass in one of ten random numbers, so these must be named.
 */
public final class InnDetector extends DigitGroupsDetector {

  private static final Cue CUE = new Cue(Set.of("инн", "inn"), List.of("налогоплательщ"), 30);
  private static final Set<String> KNOWN_SHAPES = Set.of("12", "2-2-6-2", "4-8");
  private static final int PERSON = 12;
  private static final int COMPANY = 10;
  private static final int MAX_GROUPS = 6;
  private static final int[] WEIGHTS = {3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8};

  public InnDetector() {
    super(PiiKind.INN);
  }

  @Override
  protected int match(ScannedText scanned, int first) {
    DigitGroups groups = scanned.digits();
    int digits = 0;
    for (int count = 1; count <= MAX_GROUPS && first + count <= groups.size(); count++) {
      digits += groups.length(first + count - 1);
      if (digits > PERSON) {
        return 0;
      }
      if ((digits == PERSON || digits == COMPANY) && isNumber(scanned, first, count)) {
        return count;
      }
      if (!groups.joinedBy(first + count - 1, ' ')) {
        return 0;
      }
    }
    return 0;
  }

  private static boolean isNumber(ScannedText scanned, int first, int count) {
    FoldedText text = scanned.folded();
    int start = scanned.digits().start(first);
    int end = scanned.digits().end(first + count - 1);
    if (!Edges.opens(text, start) || !Edges.closes(text, end)) {
      return false;
    }
    boolean named = CUE.before(text, start) || CUE.after(text, end);
    boolean plain = text.at(start - 1) != '/' && text.at(end) != '-';
    boolean shaped = plain && KNOWN_SHAPES.contains(scanned.digits().shape(first, count));
    return (named || shaped) && checks(scanned.digits().digits(first, count));
  }

  /** The check digits, after the order of the Russian tax service. */
  private static boolean checks(String number) {
    if (number.length() == COMPANY) {
      return checkDigit(number, 9) == number.charAt(9) && !number.startsWith("00");
    }
    return checkDigit(number, 10) == number.charAt(10)
        && checkDigit(number, 11) == number.charAt(11)
        && !number.startsWith("00");
  }

  private static char checkDigit(String number, int place) {
    int sum = 0;
    for (int i = 0; i < place; i++) {
      sum += (number.charAt(i) - '0') * WEIGHTS[WEIGHTS.length - place + i];
    }
    return (char) ('0' + sum % 11 % 10);
  }
}
