package org.groupdigest.job.stage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.TenantQuotas;
import org.groupdigest.job.model.WindowContext;

/**
 * What one or more stages, answered together, need to know.
 *
 * @param stages which stages are asked for, at least one
 * @param context the window, or a part of it
 * @param language ISO 639-1 code of the digest
 * @param artifacts what earlier stages found, by wire name
 * @param previous the previous digest of the same group and window size as far as it is known, or
 *     null
 * @param notes errors or judge's notes that a repair or retry must heed, empty at first
 * @param refusedAnswer the answer that the notes speak of, as it came, or null
 * @param quotas what the tenant has of its own, never null
 * @param callsLeft model calls that may still be made for this digest
 * @param attempt from 1
 */
public record StageRequest(
    List<Stage> stages,
    WindowContext context,
    String language,
    Map<String, StageArtifact> artifacts,
    BaselineSnapshot previous,
    List<String> notes,
    String refusedAnswer,
    TenantQuotas quotas,
    int callsLeft,
    int attempt) {

  /** No bound on the calls for a digest. */
  public static final int ANY_CALLS = Integer.MAX_VALUE;

  /** A first request without a bound on calls. */
  public static StageRequest of(
      List<Stage> stages,
      WindowContext context,
      String language,
      Map<String, StageArtifact> artifacts) {
    return new StageRequest(
        stages,
        context,
        language,
        artifacts,
        null,
        List.of(),
        null,
        TenantQuotas.NONE,
        ANY_CALLS,
        1);
  }

  /** The only stage that is asked for; an {@link IllegalStateException} when there are more. */
  public Stage stage() {
    if (stages.size() != 1) {
      throw new IllegalStateException("several stages are asked for together");
    }
    return stages.get(0);
  }

  /** The payload of an earlier stage, if that stage has one. */
  public <T> Optional<T> payload(Stage of, Class<T> type) {
    return Optional.ofNullable(artifacts.get(of.wireName()))
        .map(artifact -> Json.read(artifact.payload(), type));
  }

  /** The same for other stages. */
  public StageRequest forStages(List<Stage> others) {
    return new StageRequest(
        others,
        context,
        language,
        artifacts,
        previous,
        notes,
        refusedAnswer,
        quotas,
        callsLeft,
        attempt);
  }

  /** The same about another view of the window. */
  public StageRequest about(WindowContext view, Map<String, StageArtifact> viewed) {
    return new StageRequest(
        stages, view, language, viewed, previous, notes, refusedAnswer, quotas, callsLeft, attempt);
  }

  /** A correction, as the second attempt. */
  public StageRequest corrected(List<String> judgesNotes) {
    return new StageRequest(
        stages, context, language, artifacts, previous, judgesNotes, null, quotas, callsLeft, 2);
  }

  /** The next attempt, for stages whose answer was refused, and with fewer calls left. */
  public StageRequest again(List<Stage> open, List<String> errors, String refused, int callsMade) {
    return new StageRequest(
        open,
        context,
        language,
        artifacts,
        previous,
        errors,
        refused,
        quotas,
        callsLeft == ANY_CALLS ? ANY_CALLS : Math.max(0, callsLeft - callsMade),
        attempt + 1);
  }
}
