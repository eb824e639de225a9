package org.groupdigest.job.stage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.WindowContext;

/**
 * What a stage needs to know.
 *
 * @param stage which stage is asked for
 * @param context the window
 * @param language ISO 639-1 code of the digest
 * @param artifacts what earlier stages found, by wire name
 * @param baseline the previous digest's comparison as far as it is known, or null
 * @param notes errors or judge's notes that a repair or retry must heed, empty at first
 * @param attempt from 1
 */
public record StageRequest(
    Stage stage,
    WindowContext context,
    String language,
    Map<String, StageArtifact> artifacts,
    BaselineDelta baseline,
    List<String> notes,
    int attempt) {

  /** The payload of an earlier stage, if that stage has one. */
  public <T> Optional<T> payload(Stage of, Class<T> type) {
    return Optional.ofNullable(artifacts.get(of.wireName()))
        .map(artifact -> Json.read(artifact.payload(), type));
  }
}
