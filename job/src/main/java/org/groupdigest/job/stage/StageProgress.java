package org.groupdigest.job.stage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.ModelCall;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.stage.guard.GuardResult;

/**
 * What the stages of one request have come to so far. Used by one attempt after the other, never by
 * two at once.
 */
final class StageProgress {

  private final List<Stage> wanted;
  private final boolean hasModel;
  private final Map<Stage, StageResult> results = new EnumMap<>(Stage.class);
  private final List<ModelCall> calls = new ArrayList<>();

  StageProgress(List<Stage> wanted, boolean hasModel) {
    this.wanted = wanted;
    this.hasModel = hasModel;
  }

  void paid(List<ModelCall> made) {
    calls.addAll(made);
  }

  void accept(
      Stage stage,
      StageRequest request,
      StageAnswer.Text text,
      GuardResult.Accepted accepted,
      boolean byBuiltIn) {
    List<String> notes = new ArrayList<>(text.notes());
    notes.addAll(accepted.removed());
    int share = request.stages().indexOf(stage);
    int shares = request.stages().size();
    results.put(
        stage,
        new StageResult.Done(
            new StageArtifact(
                stage,
                outcome(request, text, byBuiltIn),
                text.modelId(),
                text.promptId(),
                text.promptVersion(),
                StageRunner.SCHEMA_VERSION,
                Checksums.sha256(accepted.canonicalJson()),
                accepted.boundaryIntegrity(),
                request.attempt(),
                part(text.calls().stream().mapToInt(ModelCall::promptTokens).sum(), share, shares),
                part(text.calls().stream().mapToInt(ModelCall::answerTokens).sum(), share, shares),
                List.copyOf(notes),
                accepted.canonicalJson())));
  }

  void fail(Stage stage, String errorCode, int attempts) {
    results.put(stage, new StageResult.Failed(stage, errorCode, attempts));
  }

  StagesDone finished() {
    return new StagesDone(wanted.stream().map(results::get).toList(), List.copyOf(calls));
  }

  private StageOutcome outcome(StageRequest request, StageAnswer.Text text, boolean byBuiltIn) {
    if (byBuiltIn && hasModel) {
      return StageOutcome.FALLBACK;
    }
    if (request.attempt() > 1) {
      return StageOutcome.REPAIRED;
    }
    boolean stored = !text.calls().isEmpty() && text.calls().stream().allMatch(ModelCall::stored);
    return stored ? StageOutcome.CACHED : StageOutcome.OK;
  }

  /** A stage's share of the tokens of a call that answered several; the shares add up. */
  private static int part(int tokens, int share, int shares) {
    return tokens / shares + (share < tokens % shares ? 1 : 0);
  }
}
