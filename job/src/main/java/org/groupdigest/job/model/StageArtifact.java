package org.groupdigest.job.model;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.List;

/**
 * What a stage produced, with where it comes from. The payload is kept as JSON text that has passed
 * the stage's schema and the reference guard.
 *
 * @param stage which stage
 * @param outcome how it came about
 * @param modelId model, or {@code extractive-...} for the built-in engine; {@code rules} for stages
 *     without a model
 * @param promptId prompt, or null where none is used
 * @param promptVersion version of prompt or rules
 * @param schemaVersion version of the payload's schema
 * @param checksum SHA-256 of the payload in hex
 * @param boundaryIntegrity share of the stage's references that resolve, 0..1
 * @param attempts how often it was tried, from 1
 * @param promptTokens tokens sent, 0 without a model
 * @param answerTokens tokens received, 0 without a model
 * @param notes what a reader should know (degradations), never null
 * @param payload JSON text
 */
public record StageArtifact(
    Stage stage,
    StageOutcome outcome,
    String modelId,
    String promptId,
    String promptVersion,
    String schemaVersion,
    String checksum,
    double boundaryIntegrity,
    int attempts,
    int promptTokens,
    int answerTokens,
    List<String> notes,
    @JsonRawValue @JsonDeserialize(using = RawJson.class) String payload) {

  /** The same artifact with another payload and the checksum of that. */
  public StageArtifact withPayload(String json) {
    return new StageArtifact(
        stage,
        outcome,
        modelId,
        promptId,
        promptVersion,
        schemaVersion,
        Checksums.sha256(json),
        boundaryIntegrity,
        attempts,
        promptTokens,
        answerTokens,
        notes,
        json);
  }
}
