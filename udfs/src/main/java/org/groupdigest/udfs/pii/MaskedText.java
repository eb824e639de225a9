package org.groupdigest.udfs.pii;

import java.util.List;

/**
 * A text after masking.
 *
 * @param text the text with a placeholder in the place of each find; the very instance that went in
 *     when nothing was found, and null for null
 * @param spans the finds in the order of the input, in code points of the input, never overlapping
 */
public record MaskedText(String text, List<PiiSpan> spans) {

  /** Copies the list, so that the result is immutable. */
  public MaskedText {
    spans = List.copyOf(spans);
  }

  static MaskedText unchanged(String text) {
    return new MaskedText(text, List.of());
  }
}
