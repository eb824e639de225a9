package org.groupdigest.udfs.pii.scan;

import java.util.function.Supplier;

/**
 * The input of detectors: the folded text and its groups of digits, found once for all of them.
 *
 * @param folded the text in its folded form
 * @param digits its runs of digits
 * @param regions countries whose national phone numbers may occur; asked for only where a number
 *     depends on them
 */
public record ScannedText(FoldedText folded, DigitGroups digits, Supplier<PhoneRegions> regions) {

  /** Scans a text. */
  public static ScannedText of(FoldedText folded, Supplier<PhoneRegions> regions) {
    return new ScannedText(folded, DigitGroups.of(folded), regions);
  }
}
