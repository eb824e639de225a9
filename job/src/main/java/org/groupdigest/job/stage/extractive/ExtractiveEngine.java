package org.groupdigest.job.stage.extractive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.stage.StageAnswer;
import org.groupdigest.job.stage.StageEngine;
import org.groupdigest.job.stage.StageRequest;
import org.groupdigest.job.stage.guard.StageSchemas;

/**
 * The built-in engine: answers every LLM stage with classical text methods, offline and the same
 * way each time. Whatever it says is made of the window's own sentences; a message that gives
 * orders is a message like any other. Safe to share between threads.
 *
 * <pre>{@code
 * StageEngine engine = new ExtractiveEngine(executor);
 * }</pre>
 */
public final class ExtractiveEngine implements StageEngine {

  /** Says openly that no model wrote the answer. */
  public static final String MODEL_ID = "extractive-1";

  /** Version of rules and word lists; grows when answers change. */
  public static final String RULES_VERSION = "extractive-1";

  private final Executor executor;
  private final Readings readings = new Readings();
  private final StageSchemas schemas = new StageSchemas();

  /**
   * @param executor does the work, so that the calling thread is not blocked
   */
  public ExtractiveEngine(Executor executor) {
    this.executor = executor;
  }

  /**
   * Whether a headline is in the engine's own words, such as "A quiet day: one question,
   * answered.": it cites its sources, but does not repeat their wording.
   */
  public static boolean isOwnWording(String headline) {
    return Wording.isOwnHeadline(headline);
  }

  @Override
  public CompletionStage<StageAnswer> answer(StageRequest request) {
    return CompletableFuture.supplyAsync(() -> payloads(request), executor)
        .handle((payload, error) -> error == null ? answer(payload) : failed(error));
  }

  private static StageAnswer answer(Object payload) {
    if (payload instanceof StageAnswer failure) {
      return failure;
    }
    return StageAnswer.Text.withoutModel(Json.write(payload), MODEL_ID, RULES_VERSION);
  }

  /** Texts of exceptions may quote messages: only the kind is told. */
  private static StageAnswer failed(Throwable error) {
    Throwable cause = error.getCause() == null ? error : error.getCause();
    return StageAnswer.Failed.of("engine_error", cause.getClass().getSimpleName());
  }

  /**
   * One payload, or one for each stage by its wire name. A stage that cannot be answered is left
   * out.
   */
  private Object payloads(StageRequest request) {
    if (request.stages().size() == 1) {
      return payload(request);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    for (Stage stage : request.stages()) {
      Object payload = payload(request.forStages(List.of(stage)));
      if (!(payload instanceof StageAnswer)) {
        all.put(stage.wireName(), payload);
      }
    }
    return all;
  }

  /** Every limit of the stage's schema is kept, whatever people are called and write. */
  private Object payload(StageRequest request) {
    Object payload = written(request);
    return payload instanceof StageAnswer
        ? payload
        : schemas.fitted(request.stage(), Json.tree(payload));
  }

  private Object written(StageRequest request) {
    return switch (request.stage()) {
      case SEGMENTER_AGENT -> new UnitExtractor(reading(request)).extract();
      case EMOTION_AGENT -> new EmotionProfiler(reading(request)).profile();
      case ROLES_AGENT -> new RoleProfiler(reading(request)).profile();
      case TOPIC_AGENT -> new TopicWriter(reading(request)).write();
      case SYNTHESIS_AGENT -> synthesis(request);
      case EVALUATION_AGENT -> evaluation(request);
      case INGEST_VALIDATOR, THREAD_BUILDER, DELIVERY_MANAGER ->
          StageAnswer.Failed.of("unsupported_stage", request.stage().wireName());
    };
  }

  private Reading reading(StageRequest request) {
    return readings.of(request.context(), request.language());
  }

  private Synthesis synthesis(StageRequest request) {
    Reading reading = reading(request);
    Roles roles =
        request
            .payload(Stage.ROLES_AGENT, Roles.class)
            .orElseGet(() -> new RoleProfiler(reading).profile());
    return new DigestWriter(reading, topics(request, reading), roles).write();
  }

  private Object evaluation(StageRequest request) {
    Reading reading = reading(request);
    return request
        .payload(Stage.SYNTHESIS_AGENT, Synthesis.class)
        .<Object>map(digest -> new ExtractiveJudge(reading, topics(request, reading)).judge(digest))
        .orElseGet(() -> StageAnswer.Failed.of("nothing_to_judge", "no synthesis"));
  }

  private static Topics topics(StageRequest request, Reading reading) {
    return request
        .payload(Stage.TOPIC_AGENT, Topics.class)
        .orElseGet(() -> new TopicWriter(reading).write());
  }
}
