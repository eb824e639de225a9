package org.groupdigest.job.model;

import java.util.List;

/**
 * A digest in the forms that people read.
 *
 * @param html Telegram HTML, well-formed, at most 4096 UTF-16 units
 * @param htmlParts the same in full, in parts of at most 4096 units each
 * @param markdown CommonMark
 * @param text plain text with links written out
 */
public record Rendered(String html, List<String> htmlParts, String markdown, String text) {}
