package org.groupdigest.connectors.llm;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The form that an answer is asked to have, where the provider can hold a model to it.
 *
 * @param name letters, digits, {@code _} and {@code -}, at most 64
 * @param json JSON Schema as text
 */
public record ResponseSchema(String name, String json) {

  /**
   * The schema as a tree.
   *
   * @throws IllegalArgumentException if it is not a JSON object
   */
  JsonNode tree() {
    JsonNode tree = Json.parse(json);
    if (!tree.isObject()) {
      throw new IllegalArgumentException("the schema " + name + " is not a JSON object");
    }
    return tree;
  }
}
