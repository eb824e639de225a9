package org.groupdigest.job.maintain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.groupdigest.job.model.Json;

/**
 * The messages that a stage's payload names: the texts of all fields called {@code message_id},
 * {@code message_ids} or {@code ..._message_ids}, at any depth, as often as they are named.
 *
 * @param messageIds ids in the order of the payload
 */
record References(List<String> messageIds) {
  private static final Set<String> NAMES = Set.of("message_id", "message_ids");
  private static final String SUFFIX = "_message_ids";

  /** Reads them out of a payload. */
  static References of(String payload) {
    List<String> found = new ArrayList<>();
    collect(Json.read(payload, JsonNode.class), found::add);
    return new References(found);
  }

  private static void collect(JsonNode node, Consumer<String> found) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (NAMES.contains(field.getKey()) || field.getKey().endsWith(SUFFIX)) {
        texts(field.getValue(), found);
      } else {
        collect(field.getValue(), found);
      }
    }
    if (node.isArray()) {
      node.forEach(item -> collect(item, found));
    }
  }

  private static void texts(JsonNode value, Consumer<String> found) {
    if (value.isTextual()) {
      found.accept(value.textValue());
    }
    value.forEach(item -> texts(item, found));
  }

  boolean isEmpty() {
    return messageIds.isEmpty();
  }

  /** Share of them that are among these messages, 0..1; not to be asked when there are none. */
  double shareIn(Set<String> messages) {
    long resolved = messageIds.stream().filter(messages::contains).count();
    return (double) resolved / messageIds.size();
  }
}
