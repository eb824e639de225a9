package org.groupdigest.job.sim.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.groupdigest.job.model.Stage;

/** Leaves out what a model would not write: ids of its own findings, and fields without content. */
final class Compact {

  private static final Set<String> OWN_IDS = Set.of("unit_id", "topic_id");

  /** Lists that the schemas ask for, empty or not. */
  private static final Set<String> REQUIRED =
      Set.of("units", "topics", "participants", "key_points", "message_ids", "roles");

  private Compact() {}

  /** The answer, made smaller in place. */
  static ObjectNode of(ObjectNode answer, List<Stage> stages) {
    if (stages.size() == 1) {
      shrink(answer);
    } else {
      answer.forEach(Compact::shrink);
    }
    return answer;
  }

  private static void shrink(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.remove(OWN_IDS);
      object
          .properties()
          .removeIf(
              field -> !REQUIRED.contains(field.getKey()) && isWithoutContent(field.getValue()));
    }
    node.forEach(Compact::shrink);
  }

  private static boolean isWithoutContent(JsonNode value) {
    return value.isNull()
        || (value.isArray() && value.isEmpty())
        || (value.isTextual() && value.asText().isBlank());
  }
}
