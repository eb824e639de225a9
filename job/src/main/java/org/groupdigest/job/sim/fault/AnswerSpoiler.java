package org.groupdigest.job.sim.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Spoils the form of right answers, as models do. Stateless. */
public final class AnswerSpoiler {

  private static final List<String> ENUMS = List.of("kind", "priority", "status", "tone", "role");

  private AnswerSpoiler() {}

  /** In a Markdown fence. */
  public static String fenced(String json) {
    return "```json\n" + json + "\n```";
  }

  /** With sentences around it. */
  public static String chatty(String json) {
    return "Sure, here is what I found in this chat:\n\n"
        + json
        + "\n\nTell me if you would like it shorter.";
  }

  /** Prose in its place. */
  public static String notJson() {
    return "I have read the conversation. People talked about several things and were mostly kind"
        + " to each other.";
  }

  /** Its beginning: between four and eight tenths. */
  public static String truncated(String json, Dice dice) {
    int length = (int) (json.length() * (0.4 + 0.4 * dice.share("cut")));
    return json.substring(0, Math.max(1, length));
  }

  /** JSON with a wrong field, value or type. */
  public static String wrongSchema(ObjectNode answer, Dice dice) {
    ObjectNode wrong = answer.deepCopy();
    switch (dice.below(3, "schema")) {
      case 0 -> renameFields(wrong);
      case 1 -> wrongValues(wrong);
      default -> wrongTypes(wrong);
    }
    if (wrong.equals(answer)) {
      renameFields(wrong);
    }
    return wrong.toString();
  }

  /** Members of every payload, or of the one there is, get other names. */
  private static void renameFields(ObjectNode answer) {
    for (String field : List.copyOf(answer.properties()).stream().map(e -> e.getKey()).toList()) {
      JsonNode value = answer.get(field);
      if (field.endsWith("_agent") && value instanceof ObjectNode payload) {
        renameFields(payload);
      } else {
        answer.remove(field);
        answer.set(field + "_list", value);
      }
    }
  }

  private static void wrongValues(ObjectNode answer) {
    Tree.walk(
        answer,
        (pointer, object) -> {
          for (String field : ENUMS) {
            if (object.path(field).isTextual()) {
              object.put(field, "something_else");
            }
          }
          if (object.has("quality_score")) {
            object.put("quality_score", 42);
          }
        });
  }

  private static void wrongTypes(ObjectNode answer) {
    Tree.walk(
        answer,
        (pointer, object) -> {
          for (String field : List.of("units", "participants", "topics", "key_points")) {
            if (object.get(field) instanceof ArrayNode list) {
              object.put(field, list.size());
            }
          }
          if (object.path("intensity").isNumber() || object.path("focus").isNumber()) {
            object.put("intensity", "high").put("focus", "high");
          }
        });
  }
}
