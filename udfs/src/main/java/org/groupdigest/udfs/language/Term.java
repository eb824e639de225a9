package org.groupdigest.udfs.language;

/**
 * A word of a text as language analysis sees it.
 *
 * @param surface the word as it was written
 * @param stem its form for comparing: lower case, inflection cut off where the language is known
 * @param stop whether it carries no content of its own (articles, pronouns, chat fillers)
 * @param start offset of its first UTF-16 unit
 * @param end offset after its last UTF-16 unit
 */
public record Term(String surface, String stem, boolean stop, int start, int end) {}
