package org.groupdigest.udfs.pii;

import org.groupdigest.udfs.pii.scan.PiiKind;

/**
 * One find in a text.
 *
 * @param kind what was found
 * @param start first code point of the find in the text that was searched, from 0
 * @param end the code point after its last one
 */
public record PiiSpan(PiiKind kind, int start, int end) {}
