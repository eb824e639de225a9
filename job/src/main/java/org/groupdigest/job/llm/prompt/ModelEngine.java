package org.groupdigest.job.llm.prompt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.groupdigest.job.llm.LlmRouter;
import org.groupdigest.job.llm.RoutedAnswer;
import org.groupdigest.job.llm.RoutedRequest;
import org.groupdigest.job.llm.Tier;
import org.groupdigest.job.model.ModelCall;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.stage.StageAnswer;
import org.groupdigest.job.stage.StageEngine;
import org.groupdigest.job.stage.StageRequest;

/**
 * Answers stages through a model: writes the prompt, has it routed, hands the answer on as it came.
 * An answer that was cut is handed on too, with a note: what it lacks is for the guards to find.
 */
public final class ModelEngine implements StageEngine {

  /** Note: the answer stopped at the limit of tokens. */
  public static final String TRUNCATED_ANSWER = "truncated_answer";

  private static final String NO_ROOM = "context_too_long";

  private final LlmRouter router;
  private final PromptBuilder prompts;
  private final Map<Stage, Tier> tiers;
  private final Executor executor;

  /**
   * @param router finds a model
   * @param prompts writes prompts
   * @param tiers what kind of model a stage wants; {@link Tier#BASE} where none is named
   * @param executor where prompts are written: a large one takes some milliseconds, which the
   *     caller's thread does not have
   */
  public ModelEngine(
      LlmRouter router, PromptBuilder prompts, Map<Stage, Tier> tiers, Executor executor) {
    this.router = router;
    this.prompts = prompts;
    this.tiers = Map.copyOf(tiers);
    this.executor = executor;
  }

  @Override
  public CompletionStage<StageAnswer> answer(StageRequest request) {
    return CompletableFuture.supplyAsync(() -> prompts.build(request), executor)
        .thenCompose(prompt -> ask(request, prompt));
  }

  private CompletionStage<StageAnswer> ask(StageRequest request, Optional<Prompt> written) {
    if (written.isEmpty()) {
      StageAnswer tooLong = StageAnswer.Failed.of(NO_ROOM, "no room for the prompt");
      return CompletableFuture.completedFuture(tooLong);
    }
    Prompt prompt = written.get();
    return router.route(routed(request, prompt)).thenApply(answer -> answer(prompt, answer));
  }

  private RoutedRequest routed(StageRequest request, Prompt prompt) {
    return new RoutedRequest(
        request.context().window(),
        request.stages(),
        tier(request.stages()),
        prompt.promptId(),
        prompt.promptVersion(),
        prompt.inputChecksum(),
        prompt.messages(),
        prompt.schema(),
        prompt.promptTokens(),
        prompt.maxAnswerTokens(),
        request.quotas());
  }

  /** The best kind of model that one of the stages wants. */
  private Tier tier(List<Stage> stages) {
    return stages.stream()
        .map(stage -> tiers.getOrDefault(stage, Tier.BASE))
        .max(Comparator.naturalOrder())
        .orElse(Tier.BASE);
  }

  private static StageAnswer answer(Prompt prompt, RoutedAnswer routed) {
    List<ModelCall> calls = List.of(routed.call());
    if (routed instanceof RoutedAnswer.Failed failed) {
      return new StageAnswer.Failed(failed.errorCode(), "", calls);
    }
    RoutedAnswer.Answered answered = (RoutedAnswer.Answered) routed;
    List<String> notes = new ArrayList<>(prompt.notes());
    if (answered.truncated()) {
      notes.add(TRUNCATED_ANSWER);
    }
    return new StageAnswer.Text(
        answered.text(),
        routed.call().modelId(),
        prompt.promptId(),
        prompt.promptVersion(),
        List.copyOf(notes),
        calls);
  }
}
