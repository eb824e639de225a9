package org.groupdigest.job.sim.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts the ids of the prompt where an answer names the messages of a made-up window.
 *
 * @param sources ids of the prompt by made-up id; an id that is not there stays
 */
record SourceIds(Map<String, List<String>> sources) {

  private static final Set<String> FIELDS =
      Set.of("message_ids", "summary_message_ids", "decision_message_ids");

  /** What is true of the made-up window alone. */
  private static final Set<String> MADE_UP = Set.of("thread_ids", "message_count");

  /** Changes the answer in place. */
  void putInto(JsonNode answer) {
    if (sources.isEmpty()) {
      return;
    }
    if (answer instanceof ObjectNode object) {
      FIELDS.forEach(field -> replace(object.get(field)));
      object.remove(MADE_UP);
    }
    answer.forEach(this::putInto);
  }

  private void replace(JsonNode ids) {
    if (ids instanceof ArrayNode array) {
      Set<String> known = new LinkedHashSet<>();
      array.forEach(id -> known.addAll(sources.getOrDefault(id.asText(), List.of(id.asText()))));
      array.removeAll();
      known.forEach(array::add);
    }
  }
}
