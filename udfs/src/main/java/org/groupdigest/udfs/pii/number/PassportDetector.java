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
 * Russian passports: a series of four digits (region, year of the form) and a number of six. After
 * a word such as "паспорт" every spelling is taken, and so are the 2 + 7 digits of a passport for
 * travel. Without one only {@code 45 08 123456} and {@code 4508 № 123456} are, with a region that
 * exists and a year of issue, since 4 + 6 digits may be anything.
 */
public final class PassportDetector extends DigitGroupsDetector {

  private static final Cue CUE =
      new Cue(Set.of("passport", "pasport"), List.of("паспорт", "загранпаспорт", "сери"), 60);
  private static final Cue CUE_BEHIND =
      new Cue(Set.of("passport"), List.of("паспорт", "загранпаспорт"), 20);
  private static final Set<String> SHAPES = Set.of("2-2-6", "4-6", "10");
  private static final Set<String> TRAVEL_SHAPES = Set.of("2-7", "9");
  private static final Set<String> NUMBER_SIGNS =
      Set.of("№", "n", "no", "n°", "номер", "ном", "#", ",", ", номер", ", №", "-", "");
  private static final int SERIES_AND_NUMBER = 10;
  private static final int TRAVEL = 9;
  private static final int MAX_GAP = 12;
  private static final String NO_REGIONS = " 00 02 06 09 13 16 21 23 31 39 43 59 62 72 74 ";

  public PassportDetector() {
    super(PiiKind.PASSPORT);
  }

  @Override
  protected int match(ScannedText scanned, int first) {
    DigitGroups groups = scanned.digits();
    if (groups.length(first) > SERIES_AND_NUMBER
        || !Edges.opens(scanned.folded(), groups.start(first))) {
      return 0;
    }
    for (int count = Math.min(3, groups.size() - first); count >= 1; count--) {
      int digits = groups.digitCount(first, count);
      if ((digits == SERIES_AND_NUMBER || digits == TRAVEL)
          && Edges.closes(scanned.folded(), groups.end(first + count - 1))
          && joined(scanned, first, count)
          && isPassport(scanned, first, count)) {
        return count;
      }
    }
    return 0;
  }

  private static boolean isPassport(ScannedText scanned, int first, int count) {
    DigitGroups groups = scanned.digits();
    String shape = groups.shape(first, count);
    if (SHAPES.contains(shape) && hasPrintedForm(groups, shape, first)) {
      return true;
    }
    return (SHAPES.contains(shape) || TRAVEL_SHAPES.contains(shape))
        && (CUE.before(scanned.folded(), groups.start(first))
            || CUE_BEHIND.after(scanned.folded(), groups.end(first + count - 1)));
  }

  private static boolean hasPrintedForm(DigitGroups groups, String shape, int first) {
    boolean blanks =
        shape.equals("2-2-6") && groups.joinedBy(first, ' ') && !groups.gap(first + 1).isEmpty();
    boolean numberSign = shape.equals("4-6") && groups.gap(first).contains("№");
    return (blanks || numberSign) && isSeries(groups.digits(first, blanks ? 2 : 1));
  }

  /** Region of the form and its year: forms are printed since 1997. */
  private static boolean isSeries(String series) {
    int year = Integer.parseInt(series.substring(2));
    return !NO_REGIONS.contains(" " + series.substring(0, 2) + " ") && (year >= 97 || year <= 35);
  }

  private static boolean joined(ScannedText scanned, int first, int count) {
    for (int i = first; i < first + count - 1; i++) {
      if (scanned.digits().start(i + 1) - scanned.digits().end(i) > MAX_GAP
          || !NUMBER_SIGNS.contains(sign(scanned.digits().gap(i)))) {
        return false;
      }
    }
    return true;
  }

  private static String sign(String gap) {
    String sign = gap.strip().toLowerCase(java.util.Locale.ROOT);
    return sign.endsWith(".") || sign.endsWith(":") ? sign.substring(0, sign.length() - 1) : sign;
  }
}
