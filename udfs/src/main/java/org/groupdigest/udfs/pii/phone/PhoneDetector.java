package org.groupdigest.udfs.pii.phone;

import java.util.Optional;
import java.util.function.Consumer;
import org.groupdigest.udfs.pii.phone.PhoneContext.Evidence;
import org.groupdigest.udfs.pii.scan.DateShape;
import org.groupdigest.udfs.pii.scan.Detector;
import org.groupdigest.udfs.pii.scan.DigitGroups;
import org.groupdigest.udfs.pii.scan.Find;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.groupdigest.udfs.pii.scan.ScannedText;

/**
 * Telephone numbers. Three grades of evidence are enough: a country code (a plus, or 00 with
 * separators) and a length that the country's plan knows; a national number in a form that only
 * phones have; or any number of 7 to 12 digits that words around it call a phone. Dates, sums, ids
 * and links are sorted out by what stands around them.
 */
public final class PhoneDetector implements Detector {

  private static final int MIN_DIGITS = 7;
  private static final int MAX_DIGITS = 17;
  private static final int MAX_GROUPS = 8;
  private static final int MAX_NAMED_DIGITS = 12;
  private static final int DATE_GROUPS = 3;

  // The country code, the trunk prefix in brackets and one group of a short number.
  private static final int MAX_SINGLE_DIGITS = 3;

  @Override
  public void detect(ScannedText scanned, Consumer<Find> finds) {
    DigitGroups groups = scanned.digits();
    TextRegions regions = new TextRegions(scanned);
    int from = 0;
    for (int i = 0; i < groups.size(); i++) {
      Find find = matchAt(scanned, i, from, regions);
      if (find != null) {
        finds.accept(find);
        from = find.end();
        while (i + 1 < groups.size() && groups.start(i + 1) < from) {
          i++;
        }
      }
    }
  }

  private static Find matchAt(ScannedText scanned, int first, int from, TextRegions regions) {
    int run = scanned.digits().run(first, MAX_GROUPS);
    PhoneWindow one = new PhoneWindow(scanned, first, 1);
    if (scanned.digits().digitCount(first, run) < MIN_DIGITS || one.start() < from) {
      return null;
    }
    boolean readable = one.hasPlus() || (startsAbroad(one, run) && !one.followsPlus());
    Find international = readable ? international(scanned, first, run) : null;
    return international != null || one.hasPlus()
        ? international
        : national(scanned, first, run, from, regions);
  }

  private static boolean startsAbroad(PhoneWindow one, int run) {
    return one.digitCount() <= 5
        && one.digits().startsWith("00")
        && !ClockTimes.are(new PhoneWindow(one.scanned(), one.first(), run));
  }

  /** The longest assigned number, else the longest one of a possible length. */
  private static Find international(ScannedText scanned, int first, int run) {
    Find possible = null;
    for (int count = run; count >= 1; count--) {
      PhoneWindow window = new PhoneWindow(scanned, first, count);
      if (!hasPhoneLength(window) || !stands(window)) {
        continue;
      }
      String number = internationalForm(window);
      if (PhoneNumbers.isValid(number, PhoneShapes.UNKNOWN)) {
        return find(window, number, PhoneShapes.UNKNOWN);
      }
      if (possible == null && isPlausible(window, number)) {
        possible = find(window, number, PhoneShapes.UNKNOWN);
      }
    }
    return possible;
  }

  private static String internationalForm(PhoneWindow window) {
    String written = window.written();
    return window.hasPlus()
        ? written.substring(written.indexOf('+'))
        : "+" + window.digits().substring(2);
  }

  /** A sum with a sign ("+5 000 000") has groups of three digits and blanks only. */
  private static boolean isPlausible(PhoneWindow window, String number) {
    boolean sum = window.shape().matches("[1-3](-3)+") && !window.has('-') && !window.has('(');
    return !sum
        && window.digits().length() >= 9
        && PhoneNumbers.isPossible(number, PhoneShapes.UNKNOWN);
  }

  private static Find national(
      ScannedText scanned, int first, int run, int from, TextRegions regions) {
    for (int count = run; count >= 1; count--) {
      PhoneWindow window = new PhoneWindow(scanned, first, count);
      if (!hasPhoneLength(window) || !stands(window) || isRest(window, from)) {
        continue;
      }
      Optional<String> region = region(window, regions);
      if (region.isPresent()) {
        boolean plus = region.get().equals(PhoneShapes.WITHOUT_PLUS);
        return plus
            ? find(window, "+" + window.digits(), PhoneShapes.UNKNOWN)
            : find(window, window.digits(), region.get());
      }
    }
    return null;
  }

  /** Whether the window is the rest of a longer number, which would be masked in part only. */
  private static boolean isRest(PhoneWindow window, int from) {
    boolean afterFind = window.start() - from <= 1 && from > 0;
    return !afterFind
        && (window.followsPlus()
            || (window.continuesNumber() && !PhoneShapes.startsWithTrunkEight(window)));
  }

  private static Optional<String> region(PhoneWindow window, TextRegions regions) {
    Evidence evidence = PhoneContext.around(window.text(), window.start(), window.end());
    boolean other = evidence == Evidence.OTHER_NUMBER && isPlain(window);
    if (other || (evidence != Evidence.PHONE && ClockTimes.are(window))) {
      return Optional.empty();
    }
    boolean date = DateShape.starts(window.scanned().digits(), window.first(), window.count());
    Optional<String> region = date ? Optional.empty() : PhoneShapes.byForm(window);
    if (region.isPresent() || evidence == Evidence.OTHER_NUMBER) {
      return region;
    }
    Optional<String> regional = regional(window, date, regions);
    return regional.isPresent() || evidence != Evidence.PHONE ? regional : byName(window);
  }

  /** Whether the number may be that of an order, say: a phone is written with more care. */
  private static boolean isPlain(PhoneWindow window) {
    return window.count() <= 2 && !window.has('(') && !window.opensWithBracket();
  }

  /** The forms of likely countries; what also reads as a date must be long enough to be none. */
  private static Optional<String> regional(PhoneWindow window, boolean date, TextRegions regions) {
    boolean apart = date && (window.count() <= DATE_GROUPS || endsAfterDate(window));
    return apart ? Optional.empty() : regions.match(window);
  }

  /** Whether a date is parted from what follows by another sign: "05/10/24 06/10/24". */
  private static boolean endsAfterDate(PhoneWindow window) {
    DigitGroups groups = window.scanned().digits();
    int last = window.first() + DATE_GROUPS - 1;
    return !groups.gap(last).equals(groups.gap(window.first()));
  }

  private static Optional<String> byName(PhoneWindow window) {
    boolean fits = window.digits().length() <= MAX_NAMED_DIGITS && window.bracketsMatch();
    return fits && !isAddress(window) && !isDate(window)
        ? Optional.of(PhoneShapes.likelyRegion(window))
        : Optional.empty();
  }

  /** Three groups that read as a date, or a longer number that starts with a full one. */
  private static boolean isDate(PhoneWindow window) {
    boolean three = window.count() <= 3;
    return DateShape.isFullDate(window.written())
        || (three && DateShape.starts(window.scanned().digits(), window.first(), window.count()));
  }

  /** Four short groups with dots are an IP address, valid or not. */
  private static boolean isAddress(PhoneWindow window) {
    return window.count() == 4 && window.count('.') == 3;
  }

  private static boolean hasPhoneLength(PhoneWindow window) {
    int digits = window.digitCount();
    return digits >= MIN_DIGITS
        && digits <= MAX_DIGITS
        && window.singleDigits() <= MAX_SINGLE_DIGITS;
  }

  private static boolean stands(PhoneWindow window) {
    return window.bracketsMatch()
        && PhoneEdges.opens(window.text(), window.start())
        && (PhoneEdges.closes(window.text(), window.end())
            || PhoneEdges.withExtension(window.text(), window.end()) > window.end());
  }

  private static Find find(PhoneWindow window, String number, String region) {
    int end = PhoneEdges.withExtension(window.text(), window.end());
    String extension = window.text().text().substring(window.end(), end).replaceAll("[^0-9]", "");
    String canonical = PhoneNumbers.canonical(number, region);
    String full = extension.isEmpty() ? canonical : canonical + ";ext=" + extension;
    return new Find(PiiKind.PHONE, window.start(), end, full);
  }
}
