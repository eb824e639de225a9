package org.groupdigest.job.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.stage.StageAnswer;
import org.groupdigest.job.stage.StageEngine;
import org.groupdigest.job.stage.StageRequest;

/** Answers stages from a script, the last line of a stage again and again, and remembers. */
public final class ScriptedEngine implements StageEngine {

  private final String modelId;
  private final Map<Stage, Deque<Supplier<CompletionStage<StageAnswer>>>> script =
      new EnumMap<>(Stage.class);
  private final List<StageRequest> requests = new ArrayList<>();

  public ScriptedEngine(String modelId) {
    this.modelId = modelId;
  }

  /** The next answer to a stage is a text, billed with 10 and 5 tokens. */
  public ScriptedEngine says(Stage stage, String text) {
    StageAnswer answer = new StageAnswer.Text(text, modelId, "prompt", "v7", 10, 5);
    return then(stage, () -> CompletableFuture.completedFuture(answer));
  }

  /** The next answer is a failure. */
  public ScriptedEngine fails(Stage stage, String code, boolean transientFailure) {
    StageAnswer answer = new StageAnswer.Failed(code, "scripted", transientFailure);
    return then(stage, () -> CompletableFuture.completedFuture(answer));
  }

  /** The next answer never comes. */
  public ScriptedEngine staysSilent(Stage stage) {
    return then(stage, CompletableFuture::new);
  }

  /** The next call breaks the engine's contract by throwing. */
  public ScriptedEngine throwsUp(Stage stage) {
    return then(
        stage,
        () -> {
          throw new IllegalStateException("scripted");
        });
  }

  /** The next answer completes exceptionally. */
  public ScriptedEngine breaks(Stage stage) {
    return then(stage, () -> CompletableFuture.failedFuture(new IllegalStateException("broken")));
  }

  /** The next answer is a null. */
  public ScriptedEngine saysNull(Stage stage) {
    return then(stage, () -> CompletableFuture.completedFuture(null));
  }

  private ScriptedEngine then(Stage stage, Supplier<CompletionStage<StageAnswer>> answer) {
    script.computeIfAbsent(stage, key -> new ArrayDeque<>()).add(answer);
    return this;
  }

  @Override
  public CompletionStage<StageAnswer> answer(StageRequest request) {
    requests.add(request);
    Deque<Supplier<CompletionStage<StageAnswer>>> answers = script.get(request.stage());
    if (answers == null) {
      StageAnswer none = new StageAnswer.Failed("not_scripted", "scripted", false);
      return CompletableFuture.completedFuture(none);
    }
    return (answers.size() > 1 ? answers.remove() : answers.element()).get();
  }

  /** What it was asked, in order. */
  public List<StageRequest> requests() {
    return requests;
  }

  /** What it was asked about one stage, in order. */
  public List<StageRequest> requests(Stage stage) {
    return requests.stream().filter(request -> request.stage() == stage).toList();
  }
}
