package org.groupdigest.job.stage.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.groupdigest.job.model.Stage;

/**
 * Takes an answer to several stages apart: it is to hold an object with a member for each stage,
 * named as on the wire.
 */
final class AnswerParts {

  private AnswerParts() {}

  /**
   * The part of each stage, as text; empty where there is none. An answer to a single stage may be
   * the payload itself or wrapped the same way. Different parts of one stage are all there, one
   * after the other: that there are several is for the guard to see.
   */
  static Map<Stage, String> of(List<Stage> stages, String answer) {
    boolean tooLong = answer.length() > AnswerJson.MAX_LENGTH;
    List<JsonNode> objects = tooLong ? List.of() : AnswerJson.objectsIn(answer);
    String otherwise = tooLong || stages.size() == 1 ? answer : "";
    Map<Stage, String> parts = new EnumMap<>(Stage.class);
    for (Stage stage : stages) {
      String own = own(stage, objects);
      parts.put(stage, own.isEmpty() ? otherwise : own);
    }
    return parts;
  }

  private static String own(Stage stage, List<JsonNode> objects) {
    return objects.stream()
        .map(object -> object.path(stage.wireName()))
        .filter(JsonNode::isObject)
        .map(JsonNode::toString)
        .distinct()
        .collect(Collectors.joining("\n"));
  }
}
