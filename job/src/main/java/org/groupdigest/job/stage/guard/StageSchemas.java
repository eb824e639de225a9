package org.groupdigest.job.stage.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;

/**
 * The JSON Schemas of the stages that a model may answer, {@code schemas/stage/<stage>-v1.json}.
 * They leave room for fields that nobody asked for: those do not make an answer wrong, and they do
 * not get into the canonical form either.
 */
public final class StageSchemas {

  /** Version of every stage schema, as stored with artifacts. */
  public static final String VERSION = "v1";

  private static final List<Stage> STAGES =
      List.of(
          Stage.SEGMENTER_AGENT,
          Stage.EMOTION_AGENT,
          Stage.ROLES_AGENT,
          Stage.TOPIC_AGENT,
          Stage.SYNTHESIS_AGENT,
          Stage.EVALUATION_AGENT);

  private final Map<Stage, JsonSchema> schemas = new EnumMap<>(Stage.class);
  private final Map<Stage, SchemaFit> fits = new EnumMap<>(Stage.class);

  /** Loads all schemas; a missing or broken one is a programming error. */
  public StageSchemas() {
    JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    for (Stage stage : STAGES) {
      JsonNode schema = read(stage);
      schemas.put(stage, factory.getSchema(schema));
      fits.put(stage, new SchemaFit(schema));
    }
  }

  /**
   * A payload of the built-in engine as the guard will find it in order: harmless, and within every
   * limit of the stage's schema. What cannot be mended is left out.
   *
   * @throws IllegalStateException if nothing of it can stand, which only an error in the engine can
   *     bring about
   */
  public JsonNode fitted(Stage stage, JsonNode payload) {
    JsonNode fitting = fits.get(stage).fit(HarmlessTexts.in(payload));
    if (fitting == null) {
      throw new IllegalStateException("payload of another shape: " + stage.wireName());
    }
    return fitting;
  }

  /** Whether a model may answer this stage. */
  public boolean covers(Stage stage) {
    return schemas.containsKey(stage);
  }

  /** What breaks the stage's schema, by path; empty when nothing does. */
  public List<GuardError> validate(Stage stage, JsonNode answer) {
    return schemas.get(stage).validate(answer).stream()
        .map(StageSchemas::error)
        .sorted(Comparator.comparing(GuardError::path).thenComparing(GuardError::detail))
        .toList();
  }

  // The library's own message may quote the value: only the keyword and the property are taken.
  private static GuardError error(ValidationMessage message) {
    String property = message.getProperty();
    String detail = message.getType() + (property == null ? "" : ":" + property);
    return GuardError.of(GuardError.Kind.SCHEMA, message.getInstanceLocation().toString(), detail);
  }

  private static JsonNode read(Stage stage) {
    String path = "/schemas/stage/" + stage.wireName() + "-" + VERSION + ".json";
    try (InputStream in = StageSchemas.class.getResourceAsStream(path)) {
      return Json.mapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
