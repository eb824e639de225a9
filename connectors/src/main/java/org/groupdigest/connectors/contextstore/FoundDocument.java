package org.groupdigest.connectors.contextstore;

/**
 * A document that a search found.
 *
 * @param document the document
 * @param score likeness to what was asked, 0 when nothing was
 */
public record FoundDocument(ContextDocument document, double score) {}
