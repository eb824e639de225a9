package org.groupdigest.connectors.llm;

/**
 * The form that an answer is asked to have, where the provider can hold a model to it.
 *
 * @param name letters, digits, {@code _} and {@code -}, at most 64
 * @param json JSON Schema as text
 */
public record ResponseSchema(String name, String json) {}
