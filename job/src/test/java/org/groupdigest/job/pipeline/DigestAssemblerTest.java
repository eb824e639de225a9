package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.DeterministicIds;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.ModelCall;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.Usage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.quality.BaselineComparison;
import org.groupdigest.job.render.DigestRenderer;
import org.groupdigest.job.render.LinkPattern;
import org.groupdigest.job.testing.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How a digest ends follows from what the stages left, and the digest says what it lacks. */
class DigestAssemblerTest {

  private static final StageArtifact TEXT =
      Drafts.artifact(Stage.SYNTHESIS_AGENT, Drafts.synthesis("The release moves to Thursday"));
  private static final StageArtifact STAND_IN =
      Drafts.artifact(
          Stage.SYNTHESIS_AGENT,
          StageOutcome.FALLBACK,
          Drafts.synthesis("The release moves to Thursday"));
  private static final StageArtifact TOPICS =
      Drafts.artifact(Stage.TOPIC_AGENT, Drafts.topics("Release"));

  @Test
  void aGoodDigestIsReady() {
    DigestRecord digest = assemble(draft(TEXT, TOPICS, scores(0.9)));

    assertThat(digest.status()).isEqualTo(DigestStatus.READY);
    assertThat(digest.statusReason()).isEmpty();
    assertThat(digest.degradations()).isEmpty();
    assertThat(digest.digestId()).isEqualTo(DeterministicIds.digestId(Drafts.day(0).windowId()));
    assertThat(digest.rendered().html()).contains("Thursday");
    assertThat(digest.checks().resolvedCitations()).isEqualTo(digest.checks().citations());
    assertThat(digest.checks().length()).isEqualTo(digest.rendered().html().length());
  }

  @Test
  void theDecisionIsAnArtifactLikeAnyOther() {
    DigestRecord digest = assemble(draft(TEXT, TOPICS, scores(0.9)));

    StageArtifact decision = digest.artifacts().get(digest.artifacts().size() - 1);
    assertThat(decision.stage()).isEqualTo(Stage.DELIVERY_MANAGER);
    assertThat(decision.modelId()).isEqualTo("rules");
    assertThat(decision.payload()).contains("\"status\":\"ready\"", "\"degraded\":false");
  }

  @Test
  void exactlyAtTheThresholdIsGoodEnough() {
    assertThat(assemble(draft(TEXT, scores(0.7))).status()).isEqualTo(DigestStatus.READY);
  }

  @Test
  void aWeakDigestIsBlockedAndKeepsItsText() {
    DigestRecord digest = assemble(draft(TEXT, scores(0.69)));

    assertThat(digest.status()).isEqualTo(DigestStatus.BLOCKED_QUALITY);
    assertThat(digest.statusReason()).isEqualTo("0.690 < 0.700");
    assertThat(digest.synthesis()).isNotNull();
    assertThat(digest.rendered().html()).doesNotContain("Thursday");
  }

  @Test
  void withoutAJudgeTheGateStaysClosed() {
    DigestRecord digest = assemble(draft(TEXT));

    assertThat(digest.status()).isEqualTo(DigestStatus.BLOCKED_QUALITY);
    assertThat(digest.statusReason()).isEqualTo("no_evaluation");
    assertThat(digest.degradations()).containsExactly("no_judge");
  }

  @Test
  void withoutATextTheDigestHasFailed() {
    DigestRecord digest = assemble(draft(TOPICS));

    assertThat(digest.status()).isEqualTo(DigestStatus.BLOCKED_FAILURE);
    assertThat(digest.synthesis()).isNull();
    assertThat(digest.topics().topics()).hasSize(1);
  }

  @Test
  void aStandInIsStoredAndNotDelivered() {
    DigestRecord digest = assemble(draft(STAND_IN, scores(0.9)));

    assertThat(digest.status()).isEqualTo(DigestStatus.BLOCKED_FAILURE);
    assertThat(digest.degradations()).containsExactly("fallback_model");
    assertThat(digest.synthesis()).isNotNull();
  }

  @Test
  void aTenantThatWantsStandInsGetsThemMarked() {
    Admission wanting = new Admission("en", List.of(), List.of(), 0.7, true, null, null, null);

    DigestRecord digest = assemble(draft(STAND_IN, scores(0.9)).withAdmission(wanting));

    assertThat(digest.status()).isEqualTo(DigestStatus.READY);
    assertThat(digest.degradations()).containsExactly("fallback_model");
  }

  @Test
  void missingScopesAreNamed() {
    DigestRecord digest =
        assembler(Map.of("DIGEST_DELIVERY_SCOPE", "team,board")).assemble(draft(TEXT, scores(1)));

    assertThat(digest.status()).isEqualTo(DigestStatus.BLOCKED_RBAC);
    assertThat(digest.statusReason()).isEqualTo("missing_scopes: board");
  }

  @ParameterizedTest
  @EnumSource(names = {"SKIPPED_EMPTY_WINDOW", "SKIPPED_TOO_FEW_MESSAGES", "BLOCKED_FEATURE_FLAG"})
  void aWindowThatEndedEarlyKeepsItsCountsAndNothingElse(DigestStatus status) {
    DigestRecord digest = assemble(Drafts.ended(status));

    assertThat(digest.status()).isEqualTo(status);
    assertThat(digest.messageCount()).isEqualTo(20);
    assertThat(digest.checks()).isNull();
    assertThat(digest.evaluation()).isNull();
    assertThat(digest.topics().topics()).isEmpty();
    assertThat(digest.roles().participants()).isEmpty();
    assertThat(digest.degradations()).isEmpty();
    assertThat(digest.rendered().text()).isNotBlank();
  }

  @Test
  void aTrimmedWindowIsSaid() {
    DigestDraft draft = draft(TEXT, scores(0.9));

    DigestRecord digest = assemble(inWindow(draft, trimmed(draft.context())));

    assertThat(digest.degradations()).containsExactly("truncated_input");
  }

  @Test
  void aStoreThatWasAwayIsSaidUnlessTheJobKnewTheBaseline() {
    DigestDraft away =
        draft(TEXT, scores(0.9))
            .with(List.of(), List.of(), List.of(BaselineLookupFunction.UNAVAILABLE));
    BaselineSnapshot seen = new BaselineSnapshot("w-0", Drafts.day(0).start(), List.of(), null);
    BaselineDelta none = BaselineComparison.compare(null, Drafts.topics(), null);
    BaselineDelta known = BaselineComparison.compare(seen, Drafts.topics(), null);

    assertThat(assemble(away).degradations()).containsExactly("no_baseline");
    assertThat(assemble(away.withDelta(none)).degradations()).containsExactly("no_baseline");
    assertThat(assemble(away.withDelta(known)).degradations()).isEmpty();
    assertThat(assemble(away).errors()).containsExactly("baseline: store unavailable");
  }

  @Test
  void theFirstDigestOfAGroupLacksNothing() {
    BaselineDelta none = BaselineComparison.compare(null, Drafts.topics(), null);

    assertThat(assemble(draft(TEXT, scores(0.9)).withDelta(none)).degradations()).isEmpty();
  }

  @Test
  void everyAnswerThatWasPaidForIsBilledOnceAlsoADiscardedOne() {
    ModelCall kept = Drafts.call("a", "model-1", 100, 20, false);
    ModelCall discarded = Drafts.call("b", "model-1", 50, 10, false);
    ModelCall nobodyAnswered = Drafts.call("c", "", 0, 0, false);
    ModelCall foundAgain = Drafts.call("a", "model-1", 100, 20, true);

    DigestRecord digest =
        assemble(
            draft(TEXT, TOPICS, scores(0.9))
                .withCalls(List.of(kept, discarded, nobodyAnswered))
                .withCalls(List.of(foundAgain)));

    assertThat(digest.usage()).isEqualTo(new Usage(2, 150, 30, 15));
    assertThat(digest.calls()).containsExactly(kept, discarded, nobodyAnswered, foundAgain);
  }

  @Test
  void withoutQuotaThereIsNoDigestUnlessAStandInIsWanted() {
    ModelCall refused =
        new ModelCall("a", List.of(), "", 0, 0, 0, 0, false, List.of("quota_exhausted"));
    StageArtifact standIn =
        Drafts.artifact(Stage.SYNTHESIS_AGENT, StageOutcome.FALLBACK, Drafts.synthesis("It moves"));

    DigestDraft draft = draft(standIn, TOPICS, scores(0.9)).withCalls(List.of(refused));

    assertThat(assemble(draft).status()).isEqualTo(DigestStatus.BLOCKED_QUOTA);
    Admission wanting = new Admission("en", List.of(), List.of(), 0.7, true, null, null, null);
    assertThat(assemble(draft.withAdmission(wanting)).status()).isEqualTo(DigestStatus.READY);
  }

  @Test
  void stagesWithoutAModelCostNothing() {
    DigestDraft draft = draft(RuleArtifacts.of(Drafts.context(Drafts.day(0))).get(0));

    assertThat(assemble(draft).usage()).isEqualTo(Usage.NONE);
  }

  private static DigestDraft draft(StageArtifact... artifacts) {
    return Drafts.with(Drafts.open(Drafts.day(0)), artifacts);
  }

  private static StageArtifact scores(double weakest) {
    return Drafts.artifact(Stage.EVALUATION_AGENT, Drafts.scores(weakest));
  }

  private static DigestRecord assemble(DigestDraft draft) {
    return assembler(Map.of()).assemble(draft);
  }

  private static DigestAssembler assembler(Map<String, String> variables) {
    return new DigestAssembler(
        TestSettings.with(variables), new DigestRenderer(LinkPattern.telegramOnly()));
  }

  private static DigestDraft inWindow(DigestDraft draft, WindowContext window) {
    return new DigestDraft(
        window,
        draft.position(),
        draft.admission(),
        draft.storedBaseline(),
        draft.delta(),
        draft.artifacts(),
        draft.reports(),
        draft.errors(),
        draft.calls(),
        draft.toldCalls(),
        draft.related(),
        false);
  }

  private static WindowContext trimmed(WindowContext window) {
    return new WindowContext(
        window.window(),
        window.group(),
        window.traceId(),
        window.language(),
        new ContextStats(500, 0, 0, 0, 0, 99, 1, 0, 1, 0),
        window.messages(),
        window.ranking(),
        window.duplicates(),
        window.softLinks(),
        window.historyLinks(),
        window.threads(),
        window.participants(),
        window.media(),
        window.mediaHighlights(),
        window.excerpt());
  }
}
