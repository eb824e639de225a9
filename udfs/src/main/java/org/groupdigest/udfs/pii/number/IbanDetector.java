package org.groupdigest.udfs.pii.number;

import java.util.function.Consumer;
import org.groupdigest.udfs.pii.scan.Detector;
import org.groupdigest.udfs.pii.scan.DigitGroups;
import org.groupdigest.udfs.pii.scan.Find;
import org.groupdigest.udfs.pii.scan.FoldedText;
import org.groupdigest.udfs.pii.scan.PiiKind;
import org.groupdigest.udfs.pii.scan.ScannedText;

/**
 * International bank account numbers: a country that uses them, its length, and the check digits of
 * ISO 7064 (mod 97 = 1). Groups of any length may be parted by up to three blanks, dots, hyphens or
 * slashes, also behind the country; Cyrillic letters that look like Latin ones count as those.
 */
public final class IbanDetector implements Detector {

  private static final String CYRILLIC = "АВЕКМНОРСТХУ";
  private static final String LATIN = "ABEKMHOPCTXY";
  private static final int MIN_LENGTH = 15;
  private static final int MAX_LENGTH = 34;
  private static final int MAX_SEPARATORS = 3;

  @Override
  public void detect(ScannedText scanned, Consumer<Find> finds) {
    FoldedText text = scanned.folded();
    DigitGroups groups = scanned.digits();
    int from = 0;
    for (int i = 0; i < groups.size(); i++) {
      int start = countryBefore(text, groups.start(i));
      if (start >= from && startsNumber(text, start)) {
        Find find = match(text, start);
        if (find != null) {
          finds.accept(find);
          from = find.end();
        }
      }
    }
  }

  /** Where the two letters before the check digits start; people put a blank or a dot between. */
  private static int countryBefore(FoldedText text, int digits) {
    int end = digits;
    while (digits - end < MAX_SEPARATORS && isSeparatorSign(text.at(end - 1))) {
      end--;
    }
    return end - 2;
  }

  private static boolean startsNumber(FoldedText text, int start) {
    return latin(text.at(start)) != 0
        && latin(text.at(start + 1)) != 0
        && !text.isWordAt(start - 1)
        && text.at(start - 1) != '_';
  }

  private static Find match(FoldedText text, int start) {
    String country = "" + latin(text.at(start)) + latin(text.at(start + 1));
    int wanted = IbanLengths.of(country);
    if (wanted == 0) {
      return null;
    }
    StringBuilder number = new StringBuilder(MAX_LENGTH);
    int end = start;
    for (int i = start; number.length() < wanted; i++) {
      char c = latin(text.at(i));
      if (c != 0) {
        number.append(c);
        end = i + 1;
      } else if (!isSeparator(text, i)) {
        break;
      }
    }
    return accept(text, start, end, number.toString(), wanted);
  }

  /** A number that ends early is taken too if it checks: leading zeros get lost in print. */
  private static Find accept(FoldedText text, int start, int end, String number, int wanted) {
    boolean whole =
        number.length() == wanted || number.length() >= Math.max(MIN_LENGTH, wanted - 1);
    if (!whole || text.isWordAt(end) || !isMostlyDigits(number) || !checks(number)) {
      return null;
    }
    return new Find(PiiKind.IBAN, start, end, number);
  }

  /** Prose behind a short word and a number ("at 20 ...") can pass the check by chance. */
  private static boolean isMostlyDigits(String number) {
    long digits = number.chars().filter(c -> c <= '9').count();
    return digits * 5 >= number.length() * 3L;
  }

  private static boolean isSeparator(FoldedText text, int index) {
    int signs = 0;
    while (signs <= MAX_SEPARATORS && isSeparatorSign(text.at(index - signs))) {
      signs++;
    }
    return signs >= 1 && signs <= MAX_SEPARATORS;
  }

  private static boolean isSeparatorSign(char c) {
    return c == ' ' || c == '-' || c == '.' || c == '/' || c == '\t' || c == '\u00b7';
  }

  private static boolean checks(String number) {
    String rearranged = number.substring(4) + number.substring(0, 4);
    int remainder = 0;
    for (int i = 0; i < rearranged.length(); i++) {
      int value = Character.digit(rearranged.charAt(i), Character.MAX_RADIX);
      remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder == 1;
  }

  /** The Latin capital or digit that a char stands for, or 0. */
  private static char latin(char c) {
    char upper = Character.toUpperCase(c);
    if ((upper >= 'A' && upper <= 'Z') || FoldedText.isDigit(upper)) {
      return upper;
    }
    int index = CYRILLIC.indexOf(upper);
    return index < 0 ? 0 : LATIN.charAt(index);
  }
}
