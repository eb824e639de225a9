package org.groupdigest.job.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.delivery.DeliveryDecision;
import org.groupdigest.job.delivery.DeliveryInputs;
import org.groupdigest.job.delivery.DeliveryInputs.SynthesisSource;
import org.groupdigest.job.model.DeterministicChecks;
import org.groupdigest.job.model.DeterministicIds;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.Usage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.quality.DeterministicChecker;
import org.groupdigest.job.quality.QualityGate;
import org.groupdigest.job.render.DigestRenderer;
import org.groupdigest.job.stage.extractive.ExtractiveEngine;

/** Makes the digest out of a finished draft: checks, delivery decision, readable forms. */
final class DigestAssembler {

  private final Set<String> requiredScopes;
  private final DeterministicChecker checker =
      new DeterministicChecker(ExtractiveEngine::isOwnWording);
  private final DigestRenderer renderer;

  DigestAssembler(DigestSettings settings, DigestRenderer renderer) {
    this.requiredScopes = settings.deliveryScopes();
    this.renderer = renderer;
  }

  DigestRecord assemble(DigestDraft draft) {
    if (!draft.isOpen()) {
      DigestStatus status = draft.admission().ended();
      String reason = status.wireName();
      return rendered(record(draft, status, reason, null), draft);
    }
    DeliveryDecision decision = decide(draft);
    DigestDraft decided = draft.with(List.of(artifact(decision)), List.of(), List.of());
    return rendered(
        record(decided, decision.status(), decision.reason(), checks(decided, 0)), decided);
  }

  private DigestRecord rendered(DigestRecord digest, DigestDraft draft) {
    DigestRecord shown = digest.withRendered(renderer.render(digest));
    if (digest.checks() == null) {
      return shown;
    }
    DeterministicChecks withLength = checks(draft, shown.rendered().html().length());
    return record(draft, digest.status(), digest.statusReason(), withLength)
        .withRendered(shown.rendered());
  }

  private DeterministicChecks checks(DigestDraft draft, int length) {
    Synthesis synthesis = draft.payload(Stage.SYNTHESIS_AGENT, Synthesis.class).orElse(null);
    return checker.check(draft.context(), topics(draft), synthesis, length);
  }

  private DeliveryDecision decide(DigestDraft draft) {
    Evaluation evaluation = evaluation(draft);
    QualityGate gate = new QualityGate(draft.admission().qualityThreshold());
    return DeliveryDecision.of(
        new DeliveryInputs(
            true,
            requiredScopes,
            draft.admission().scopes(),
            true,
            source(draft),
            draft.admission().deliverDegraded(),
            gate.judge(evaluation)));
  }

  private static SynthesisSource source(DigestDraft draft) {
    StageArtifact synthesis = draft.artifactsByStage().get(Stage.SYNTHESIS_AGENT.wireName());
    if (synthesis == null) {
      return SynthesisSource.NONE;
    }
    return synthesis.outcome() == StageOutcome.FALLBACK
        ? SynthesisSource.COMPENSATED
        : SynthesisSource.CONFIGURED;
  }

  private static StageArtifact artifact(DeliveryDecision decision) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("status", decision.status().wireName());
    content.put("reason", decision.reason());
    content.put("missing_scopes", decision.missingScopes());
    content.put("degraded", decision.degraded());
    return RuleArtifacts.artifact(Stage.DELIVERY_MANAGER, content);
  }

  private static DigestRecord record(
      DigestDraft draft, DigestStatus status, String reason, DeterministicChecks checks) {
    WindowContext context = draft.context();
    return new DigestRecord(
        context.window(),
        DeterministicIds.digestId(context.window().windowId()),
        context.group(),
        context.traceId(),
        status,
        reason,
        draft.admission().language(),
        context.messageCount(),
        context.stats().participants(),
        draft.payload(Stage.SYNTHESIS_AGENT, Synthesis.class).orElse(null),
        topics(draft),
        draft.payload(Stage.ROLES_AGENT, Roles.class).orElse(new Roles(List.of())),
        draft.payload(Stage.EMOTION_AGENT, EmotionProfile.class).orElse(null),
        evaluation(draft),
        checks,
        draft.delta(),
        context.stats(),
        context.media(),
        context.mediaHighlights(),
        context.ranking(),
        context.historyLinks(),
        draft.artifacts(),
        degradations(draft),
        draft.errors(),
        usage(draft),
        null);
  }

  private static Topics topics(DigestDraft draft) {
    return draft.payload(Stage.TOPIC_AGENT, Topics.class).orElse(new Topics(List.of()));
  }

  private static Evaluation evaluation(DigestDraft draft) {
    return draft.payload(Stage.EVALUATION_AGENT, Evaluation.class).orElse(null);
  }

  private static Usage usage(DigestDraft draft) {
    int calls = 0;
    long prompt = 0;
    long answer = 0;
    for (StageArtifact artifact : draft.artifacts()) {
      calls += artifact.promptTokens() > 0 ? artifact.attempts() : 0;
      prompt += artifact.promptTokens();
      answer += artifact.answerTokens();
    }
    return new Usage(calls, prompt, answer, 0);
  }

  /** In which way the digest is worse than it could be; codes that the renderer words. */
  private static List<String> degradations(DigestDraft draft) {
    List<String> codes = new ArrayList<>();
    if (!draft.isOpen()) {
      return codes;
    }
    if (source(draft) == SynthesisSource.COMPENSATED) {
      codes.add("fallback_model");
    }
    if (draft.context().stats().trimmed() > 0) {
      codes.add("truncated_input");
    }
    if (evaluation(draft) == null) {
      codes.add("no_judge");
    }
    if (draft.errors().contains(BaselineLookupFunction.UNAVAILABLE)
        && (draft.delta() == null || !draft.delta().hasBaseline())) {
      codes.add("no_baseline");
    }
    return codes;
  }
}
