package org.groupdigest.job.pipeline;

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
import org.groupdigest.job.model.SourceMessage;
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

  private static final String QUOTA_EXHAUSTED = "quota_exhausted";

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
      DigestStatus status = draft.ended();
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
            withinQuota(draft),
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
        Degradations.of(draft, source(draft)),
        draft.errors(),
        Usage.of(draft.calls()),
        draft.calls(),
        null,
        context.messages().stream().map(SourceMessage::of).toList(),
        draft.related());
  }

  private static Topics topics(DigestDraft draft) {
    return draft.payload(Stage.TOPIC_AGENT, Topics.class).orElse(new Topics(List.of()));
  }

  private static Evaluation evaluation(DigestDraft draft) {
    return draft.payload(Stage.EVALUATION_AGENT, Evaluation.class).orElse(null);
  }

  private static boolean withinQuota(DigestDraft draft) {
    return draft.admission().deliverDegraded()
        || source(draft) != SynthesisSource.COMPENSATED
        || draft.calls().stream().noneMatch(call -> call.incidents().contains(QUOTA_EXHAUSTED));
  }
}
