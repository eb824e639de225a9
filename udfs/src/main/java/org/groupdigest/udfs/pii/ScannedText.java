package org.groupdigest.udfs.pii;

/**
 * What detectors look at: the folded text and its groups of digits, found once for all of them.
 *
 * @param folded the text in its folded form
 * @param digits its runs of digits
 */
record ScannedText(FoldedText folded, DigitGroups digits) {

  static ScannedText of(FoldedText folded) {
    return new ScannedText(folded, DigitGroups.of(folded));
  }
}
