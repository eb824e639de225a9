package org.groupdigest.job.llm.prompt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.groupdigest.connectors.llm.ResponseSchema;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.stage.guard.StageSchemas;

/**
 * The forms of answers: a stage's own schema for one stage; for several an object with a member for
 * each, named as on the wire. Definitions of different stages share no name. Thread-safe.
 */
final class AnswerSchemas {

  private static final String DEFS = "$defs";
  private static final String REF = "$ref";
  private static final String REF_START = "#/" + DEFS + "/";

  private final Map<List<Stage>, ResponseSchema> schemas = new ConcurrentHashMap<>();

  /** The form of an answer to these stages. */
  ResponseSchema of(List<Stage> stages) {
    return schemas.computeIfAbsent(List.copyOf(stages), AnswerSchemas::schema);
  }

  private static ResponseSchema schema(List<Stage> stages) {
    ObjectNode schema = stages.size() == 1 ? read(stages.get(0)) : together(stages);
    return new ResponseSchema(CallName.of(stages) + "-" + StageSchemas.VERSION, schema.toString());
  }

  private static ObjectNode together(List<Stage> stages) {
    ObjectNode all = Json.mapper().createObjectNode().put("type", "object");
    stages.forEach(stage -> all.withArray("required").add(stage.wireName()));
    for (Stage stage : stages) {
      ObjectNode own = read(stage);
      JsonNode definitions = own.remove(DEFS);
      point(own, stage);
      all.withObject("/properties").set(stage.wireName(), own);
      definitions
          .properties()
          .forEach(
              definition -> {
                point(definition.getValue(), stage);
                all.withObject("/" + DEFS)
                    .set(prefix(stage) + definition.getKey(), definition.getValue());
              });
    }
    return all;
  }

  /** Lets the references of a stage's schema point to the definitions under their new names. */
  private static void point(JsonNode node, Stage stage) {
    if (node.path(REF).isTextual()) {
      String name = node.path(REF).textValue().substring(REF_START.length());
      ((ObjectNode) node).put(REF, REF_START + prefix(stage) + name);
    }
    node.forEach(child -> point(child, stage));
  }

  private static String prefix(Stage stage) {
    return stage.wireName() + "_";
  }

  private static ObjectNode read(Stage stage) {
    String path = "/schemas/stage/" + stage.wireName() + "-" + StageSchemas.VERSION + ".json";
    try (InputStream in = AnswerSchemas.class.getResourceAsStream(path)) {
      ObjectNode schema = (ObjectNode) Json.mapper().readTree(in);
      return schema.without(List.of("$schema", "$id", "title"));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
