package org.groupdigest.job.stage.guard;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Stage;

/**
 * Takes an answer to several stages apart: it is to hold an object with a member for each stage,
 * named as on the wire.
 */
final class AnswerParts {

  private AnswerParts() {}

  /**
   * The part of each stage, as text; empty where there is none. An answer to a single stage may be
   * the payload itself or wrapped the same way.
   */
  static Map<Stage, String> of(List<Stage> stages, String answer) {
    Map<Stage, String> parts = new EnumMap<>(Stage.class);
    stages.forEach(stage -> parts.put(stage, stages.size() == 1 ? answer : ""));
    if (answer.length() > AnswerJson.MAX_LENGTH) {
      stages.forEach(stage -> parts.put(stage, answer));
      return parts;
    }
    for (JsonNode object : AnswerJson.objectsIn(answer)) {
      for (Stage stage : stages) {
        JsonNode part = object.get(stage.wireName());
        if (part != null && part.isObject()) {
          parts.put(stage, part.toString());
        }
      }
    }
    return parts;
  }
}
