package org.groupdigest.job.stage.compact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.groupdigest.job.model.Json;

/** Replaces ids in the payload of any stage, wherever a field of it lists some. */
final class IdFields {

  private static final Set<String> MESSAGES =
      Set.of("message_ids", "summary_message_ids", "decision_message_ids");
  private static final Set<String> THREADS = Set.of("thread_ids");

  private final UnaryOperator<String> messages;
  private final UnaryOperator<String> threads;

  /** Replaces by these functions; an id for which they give null is left out. */
  IdFields(UnaryOperator<String> messages, UnaryOperator<String> threads) {
    this.messages = messages;
    this.threads = threads;
  }

  /** The payload with its ids replaced and all else as it was. */
  String replaceIn(String payloadJson) {
    JsonNode tree = Json.read(payloadJson, JsonNode.class);
    replace(tree);
    return Json.write(tree);
  }

  private void replace(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.properties().forEach(field -> field.setValue(value(field.getKey(), field.getValue())));
    } else {
      node.forEach(this::replace);
    }
  }

  private JsonNode value(String name, JsonNode value) {
    if (value instanceof ArrayNode ids && MESSAGES.contains(name)) {
      return replaced(ids, messages);
    }
    if (value instanceof ArrayNode ids && THREADS.contains(name)) {
      return replaced(ids, threads);
    }
    replace(value);
    return value;
  }

  private static ArrayNode replaced(ArrayNode ids, UnaryOperator<String> by) {
    ArrayNode all = ids.arrayNode();
    for (JsonNode id : ids) {
      String other = by.apply(id.asText());
      if (other != null) {
        all.add(other);
      }
    }
    return all;
  }
}
