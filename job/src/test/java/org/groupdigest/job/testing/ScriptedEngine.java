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
import org.groupdigest.job.model.ModelCall;
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
  private int calls;
  private String together = "";

  public ScriptedEngine(String modelId) {
    this.modelId = modelId;
  }

  /** The next answer to a stage is a text, billed with 10 and 5 tokens. */
  public ScriptedEngine says(Stage stage, String text) {
    StageAnswer answer = text(List.of(stage), text);
    return then(stage, () -> CompletableFuture.completedFuture(answer));
  }

  /** The answer to every request for several stages is a text. */
  public ScriptedEngine saysTogether(String text) {
    together = text;
    return this;
  }

  /** The next answer is a failure. */
  public ScriptedEngine fails(Stage stage, String code) {
    StageAnswer answer = StageAnswer.Failed.of(code, "scripted");
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

  private StageAnswer text(List<Stage> stages, String text) {
    String id = modelId + "-" + ++calls;
    ModelCall call = new ModelCall(id, stages, modelId, 10, 5, 0, 1, false, List.of());
    return new StageAnswer.Text(text, modelId, "prompt", "v7", List.of(), List.of(call));
  }

  private ScriptedEngine then(Stage stage, Supplier<CompletionStage<StageAnswer>> answer) {
    script.computeIfAbsent(stage, key -> new ArrayDeque<>()).add(answer);
    return this;
  }

  @Override
  public CompletionStage<StageAnswer> answer(StageRequest request) {
    requests.add(request);
    if (request.stages().size() > 1) {
      return CompletableFuture.completedFuture(text(request.stages(), together));
    }
    Deque<Supplier<CompletionStage<StageAnswer>>> answers = script.get(request.stage());
    if (answers == null) {
      StageAnswer none = StageAnswer.Failed.of("not_scripted", "scripted");
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
