package org.groupdigest.job.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.delivery.DeliveryInputs.SynthesisSource;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;

/** In which way a digest is worse than it could be; codes that the renderer words. */
final class Degradations {

  /** Note of an engine that could not show the model all messages. */
  private static final String TRUNCATED_INPUT = "truncated_input";

  /** Note of a stage that the built-in engine did in part for a model. */
  private static final String PARTLY_FALLBACK = "partly_fallback";

  private Degradations() {}

  static List<String> of(DigestDraft draft, SynthesisSource source) {
    List<String> codes = new ArrayList<>();
    if (draft.context().inputIncomplete() != null) {
      codes.add("input_incomplete");
    }
    if (!draft.isOpen()) {
      return codes;
    }
    if (source == SynthesisSource.COMPENSATED || hasStandIn(draft)) {
      codes.add("fallback_model");
    }
    if (draft.context().stats().trimmed() > 0 || isTruncated(draft)) {
      codes.add(TRUNCATED_INPUT);
    }
    if (draft.artifacts().stream().noneMatch(a -> a.stage() == Stage.EVALUATION_AGENT)) {
      codes.add("no_judge");
    }
    if (draft.errors().contains(BaselineLookupFunction.UNAVAILABLE)
        && (draft.delta() == null || !draft.delta().hasBaseline())) {
      codes.add("no_baseline");
    }
    return codes;
  }

  private static boolean hasStandIn(DigestDraft draft) {
    return draft.artifacts().stream()
        .anyMatch(
            one ->
                one.outcome() == StageOutcome.FALLBACK
                    || (one.outcome() == StageOutcome.DEGRADED && hasModel(draft, one)));
  }

  /** Without a model the built-in engine is nobody's stand-in, also when a part of it failed. */
  private static boolean hasModel(DigestDraft draft, StageArtifact artifact) {
    return !draft.calls().isEmpty() || artifact.notes().contains(PARTLY_FALLBACK);
  }

  private static boolean isTruncated(DigestDraft draft) {
    return draft.artifacts().stream().anyMatch(a -> a.notes().contains(TRUNCATED_INPUT));
  }
}
