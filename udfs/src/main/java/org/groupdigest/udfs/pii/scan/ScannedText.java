package org.groupdigest.udfs.pii.scan;

/**
 * What detectors look at: the folded text and its groups of digits, found once for all of them.
 *
 * @param folded the text in its folded form
 * @param digits its runs of digits
 */
public record ScannedText(FoldedText folded, DigitGroups digits) {

  public static ScannedText of(FoldedText folded) {
    return new ScannedText(folded, DigitGroups.of(folded));
  }
}
