package org.groupdigest.connectors.contextstore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies of requests, and what answers say. Parsers' exceptions may quote texts and end here. */
final class ContextStoreJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ContextStoreJson() {}

  static ObjectNode empty() {
    return MAPPER.createObjectNode();
  }

  /** {@code {"documents": [{"id", "text", "metadata"}]}}. */
  static ObjectNode documents(List<ContextDocument> documents) {
    ObjectNode body = empty();
    ArrayNode list = body.putArray("documents");
    for (ContextDocument document : documents) {
      ObjectNode node = list.addObject();
      node.put("id", document.id()).put("text", document.text());
      node.set("metadata", MAPPER.valueToTree(document.metadata()));
    }
    return body;
  }

  /** {@code {"query", "filter", "at_most", "newest_by", "limit", "include_text"}}. */
  static ObjectNode search(ContextSearch search) {
    ObjectNode body = empty();
    body.put("query", search.query());
    body.set("filter", MAPPER.valueToTree(search.filter().equal()));
    body.set("at_most", MAPPER.valueToTree(search.filter().atMost()));
    return body.put("newest_by", search.newestBy())
        .put("limit", search.limit())
        .put("include_text", search.withText());
  }

  /**
   * Reads {@code {"documents": [{"id", "text", "metadata", "score"}]}}.
   *
   * @throws org.groupdigest.connectors.shared.StoreException when it is something else
   */
  static List<FoundDocument> found(byte[] answer) {
    List<FoundDocument> found = new ArrayList<>();
    for (JsonNode node : list(answer, "documents")) {
      found.add(document(node));
    }
    return found;
  }

  private static FoundDocument document(JsonNode node) {
    JsonNode id = node.path("id");
    JsonNode text = node.path("text");
    boolean named = id.isTextual() && !id.textValue().isEmpty();
    boolean texted = text.isTextual() || text.isMissingNode() || text.isNull();
    if (!named || !texted || !node.path("metadata").isObject()) {
      throw ContextStoreFailures.badAnswer();
    }
    return new FoundDocument(
        new ContextDocument(id.textValue(), text.asText(""), values(node.path("metadata"))),
        node.path("score").asDouble(0));
  }

  /** Plain values; what others have put beside them is not ours to know. */
  private static Map<String, Object> values(JsonNode metadata) {
    Map<String, Object> values = new LinkedHashMap<>();
    metadata
        .properties()
        .forEach(
            entry -> {
              JsonNode value = entry.getValue();
              if (value.isTextual()) {
                values.put(entry.getKey(), value.textValue());
              } else if (value.isBoolean()) {
                values.put(entry.getKey(), value.booleanValue());
              } else if (value.isIntegralNumber() && value.canConvertToLong()) {
                values.put(entry.getKey(), value.longValue());
              } else if (value.isNumber()) {
                values.put(entry.getKey(), value.doubleValue());
              }
            });
    return values;
  }

  /**
   * Reads {@code {"namespaces": ["a", "b"]}}.
   *
   * @throws org.groupdigest.connectors.shared.StoreException when it is something else
   */
  static List<String> namespaces(byte[] answer) {
    List<String> names = new ArrayList<>();
    for (JsonNode node : list(answer, "namespaces")) {
      if (!node.isTextual()) {
        throw ContextStoreFailures.badAnswer();
      }
      names.add(node.textValue());
    }
    return names;
  }

  private static JsonNode list(byte[] answer, String name) {
    JsonNode tree;
    try {
      tree = MAPPER.readTree(answer);
    } catch (IOException notJson) {
      throw ContextStoreFailures.badAnswer();
    }
    if (!tree.path(name).isArray()) {
      throw ContextStoreFailures.badAnswer();
    }
    return tree.path(name);
  }
}
