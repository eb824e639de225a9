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
 * ISO 7064 (mod 97 = 1). Groups may be parted by up to two blanks or a hyphen; Cyrillic letters
 * that look like Latin ones count as those.
 */
public final class IbanDetector implements Detector {

  private static final String CYRILLIC = "АВЕКМНОРСТХУ";
  private static final String LATIN = "ABEKMHOPCTXY";
  private static final int MIN_LENGTH = 15;
  private static final int MAX_LENGTH = 34;

  @Override
  public void detect(ScannedText scanned, Consumer<Find> finds) {
    FoldedText text = scanned.folded();
    DigitGroups groups = scanned.digits();
    int from = 0;
    for (int i = 0; i < groups.size(); i++) {
      int start = groups.start(i) - 2;
      if (start >= from && groups.length(i) >= 2 && startsNumber(text, start)) {
        Find find = match(text, start);
        if (find != null) {
          finds.accept(find);
          from = find.end();
        }
      }
    }
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
    if (!whole || text.isWordAt(end) || !checks(number)) {
      return null;
    }
    return new Find(PiiKind.IBAN, start, end, number);
  }

  private static boolean isSeparator(FoldedText text, int index) {
    char c = text.at(index);
    boolean doubleBlank = c == ' ' && text.at(index - 1) == ' ' && text.at(index - 2) != ' ';
    return (c == ' ' || c == '-') && (text.isWordAt(index - 1) || doubleBlank);
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
