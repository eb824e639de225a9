package org.groupdigest.udfs.pii.scan;

/**
 * What a detector reports.
 *
 * @param kind what was found
 * @param start first char of the find in the folded text
 * @param end the char after its last one
 * @param canonical the value in one spelling, so that two ways to write it give one pseudonym
 */
public record Find(PiiKind kind, int start, int end, String canonical) {

  public boolean overlaps(Find other) {
    return start < other.end && other.start < end;
  }
}
