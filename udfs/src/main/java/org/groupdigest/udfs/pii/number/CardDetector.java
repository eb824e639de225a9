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
 * Payment cards: 12 to 19 digits in one run or in the groups that are embossed on cards, parted
 * alike by blanks, tabs, hyphens or dots; issuer prefix, length and Luhn digit must fit. Where a
 * card is spoken of, any grouping and any issuer will do.
 */
public final class CardDetector extends DigitGroupsDetector {

  private static final Set<String> SHAPES =
      Set.of("4-4-4-4", "4-4-4-4-3", "4-6-5", "4-6-4", "4-4-4-3", "4-4-4-1", "8-8", "6-10", "6-13");
  private static final Set<String> WORDS =
      Set.of(
          "card",
          "cards",
          "visa",
          "mastercard",
          "maestro",
          "amex",
          "mir",
          "мир",
          "виза",
          "кредитка",
          "cc",
          "pan",
          "karte",
          "carte",
          "carta",
          "karta",
          "kartı",
          "kart",
          "kaart",
          "kort",
          "cartão");
  private static final List<String> STEMS =
      List.of("карт", "кредитк", "tarjeta", "kreditkart", "картк", "kredi", "creditcard");
  private static final Cue CUE = new Cue(WORDS, STEMS, 40);
  private static final Cue CUE_BEHIND = new Cue(WORDS, STEMS, 20);
  private static final int MIN_DIGITS = 12;
  private static final int MAX_DIGITS = 19;
  private static final int MAX_GROUPS = 10;
  private static final int MAX_GAP = 3;

  /** Made by the list of all detectors. */
  public CardDetector() {
    super(PiiKind.CARD);
  }

  @Override
  protected int match(ScannedText scanned, int first) {
    DigitGroups groups = scanned.digits();
    FoldedText text = scanned.folded();
    int run = evenRun(scanned, first);
    if (groups.digitCount(first, run) < MIN_DIGITS
        || !Edges.opens(text, groups.start(first))
        || text.at(groups.start(first) - 1) == '/') {
      return 0;
    }
    for (int count = run; count >= 1; count--) {
      int digits = groups.digitCount(first, count);
      if (digits < MIN_DIGITS) {
        return 0;
      }
      if (digits <= MAX_DIGITS
          && Edges.closes(text, groups.end(first + count - 1))
          && isCard(scanned, first, count)) {
        return count;
      }
    }
    return 0;
  }

  private static boolean isCard(ScannedText scanned, int first, int count) {
    DigitGroups groups = scanned.digits();
    String digits = groups.digits(first, count);
    if (!Luhn.holds(digits)) {
      return false;
    }
    boolean usual = count == 1 || SHAPES.contains(groups.shape(first, count));
    return (usual && CardScheme.issues(digits)) || isSpokenOf(scanned, first, count);
  }

  private static boolean isSpokenOf(ScannedText scanned, int first, int count) {
    FoldedText text = scanned.folded();
    return CUE.before(text, scanned.digits().start(first))
        || CUE_BEHIND.after(text, scanned.digits().end(first + count - 1));
  }

  /** How many groups follow each other parted by the same sign. */
  private static int evenRun(ScannedText scanned, int first) {
    char sign = sign(scanned, first);
    int count = 1;
    while (sign != 0 && count < MAX_GROUPS && sign(scanned, first + count - 1) == sign) {
      count++;
    }
    return count;
  }

  /** The sign between a group and the next one, blanks around it left out; 0 for anything else. */
  private static char sign(ScannedText scanned, int group) {
    DigitGroups groups = scanned.digits();
    int gap = group + 1 < groups.size() ? groups.start(group + 1) - groups.end(group) : 0;
    if (gap < 1 || gap > MAX_GAP) {
      return 0;
    }
    char sign = ' ';
    for (int i = groups.end(group); i < groups.start(group + 1); i++) {
      char c = scanned.folded().at(i);
      boolean blank = c == ' ' || c == '\t';
      if (!blank && (sign != ' ' || (c != '-' && c != '.'))) {
        return 0;
      }
      sign = blank ? sign : c;
    }
    return sign;
  }
}
