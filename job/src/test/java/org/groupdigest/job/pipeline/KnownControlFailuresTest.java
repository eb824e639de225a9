package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.groupdigest.job.config.CallPlanKind;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.persist.DigestWrite;
import org.groupdigest.job.persist.InMemoryDigestStore;
import org.groupdigest.job.persist.PersistOutcome;
import org.groupdigest.job.render.DigestRenderer;
import org.groupdigest.job.render.LinkPattern;
import org.groupdigest.job.stage.CallPlan;
import org.groupdigest.job.stage.GuardedStageRunner;
import org.groupdigest.job.stage.guard.GuardResult;
import org.groupdigest.job.stage.guard.StageGuard;
import org.groupdigest.job.testing.RecordedMetrics;
import org.groupdigest.job.testing.ScriptedEngine;
import org.groupdigest.job.testing.TestSettings;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.Test;

/**
 * Failures of an earlier system of this kind, each of which had the feature and whose control did
 * not act. One test for each, named for it.
 */
class KnownControlFailuresTest {

  private static final StageArtifact TEXT =
      Drafts.artifact(Stage.SYNTHESIS_AGENT, Drafts.synthesis("The release moves to Thursday"));

  private final ScriptedEngine model = new ScriptedEngine("model-1");
  private final ScriptedEngine builtIn = new ScriptedEngine("extractive-1");

  @Test
  void gateIgnored() {
    DigestRecord digest = assemble(Map.of(), judged(0.2));

    assertThat(digest.status()).isEqualTo(DigestStatus.BLOCKED_QUALITY);
    assertThat(digest.rendered().htmlParts()).noneMatch(part -> part.contains("Thursday"));
  }

  @Test
  void rbacAlwaysDenies() {
    DigestDraft draft = judged(0.9);

    assertThat(assemble(Map.of("DIGEST_DELIVERY_SCOPE", "team"), draft).status())
        .as("the window has the scope team")
        .isEqualTo(DigestStatus.READY);
    DigestRecord denied = assemble(Map.of("DIGEST_DELIVERY_SCOPE", "team,board"), draft);
    assertThat(denied.status()).isEqualTo(DigestStatus.BLOCKED_RBAC);
    assertThat(denied.statusReason()).isEqualTo("missing_scopes: board");
  }

  @Test
  void baselineNeverLoads() throws Exception {
    try (BaselineHarness harness = new BaselineHarness()) {
      harness.take(
          Drafts.with(
              Drafts.open(Drafts.day(0)),
              TEXT,
              Drafts.artifact(Stage.TOPIC_AGENT, Drafts.topics("Release"))));
      DigestDraft next =
          harness
              .take(
                  Drafts.with(
                      Drafts.open(Drafts.day(1), Drafts.day(0).windowId()),
                      Drafts.artifact(Stage.TOPIC_AGENT, Drafts.topics("Release"))))
              .get(0);

      assertThat(next.delta().hasBaseline()).isTrue();
      assertThat(next.delta().baselineWindowId()).isEqualTo(Drafts.day(0).windowId());
      assertThat(next.delta().topicOverlap()).isEqualTo(1.0);
    }
  }

  @Test
  void correctedTextLost() {
    Synthesis corrected = Drafts.synthesis("The release moves to Thursday");
    model
        .says(Stage.EVALUATION_AGENT, Json.write(Drafts.scores(0.4, "say when")))
        .says(Stage.EVALUATION_AGENT, Json.write(Drafts.scores(0.9)))
        .says(Stage.SYNTHESIS_AGENT, Json.write(corrected));
    DigestDraft first =
        Drafts.with(
            Drafts.open(Drafts.day(0)),
            Drafts.artifact(Stage.SYNTHESIS_AGENT, Drafts.synthesis("The release moves")));

    DigestRecord digest = assemble(Map.of(), loop(first));

    assertThat(digest.synthesis()).isEqualTo(corrected);
    assertThat(digest.evaluation()).isEqualTo(Drafts.scores(0.9));
    assertThat(digest.rendered().text()).contains("Thursday");
  }

  @Test
  void judgeDownPasses() {
    model.fails(Stage.EVALUATION_AGENT, "timeout");
    builtIn.says(Stage.EVALUATION_AGENT, Json.write(Drafts.scores(1.0)));

    DigestRecord digest = assemble(Map.of(), loop(Drafts.with(Drafts.open(Drafts.day(0)), TEXT)));

    assertThat(digest.status()).isEqualTo(DigestStatus.BLOCKED_QUALITY);
    assertThat(digest.statusReason()).isEqualTo("no_evaluation");
    assertThat(digest.degradations()).contains("no_judge");
  }

  /** Too few messages at noon say nothing of the evening: nothing is remembered but the count. */
  @Test
  void tooFewCached() {
    InMemoryDigestStore store = new InMemoryDigestStore();
    DigestRecord few = assemble(Map.of(), Drafts.ended(DigestStatus.SKIPPED_TOO_FEW_MESSAGES));
    store.write(new DigestWrite(few, 1, List.of()));

    DigestDraft later = judged(0.9);
    assertThat(later.context().window()).isEqualTo(few.window());
    DigestRecord whole = assemble(Map.of(), later);
    store.write(new DigestWrite(whole, 2, List.of()));

    assertThat(store.digests())
        .extracting(DigestRecord::status)
        .containsExactly(DigestStatus.READY);
  }

  @Test
  void duplicateRowsOnRedelivery() {
    InMemoryDigestStore store = new InMemoryDigestStore();
    DigestRecord once = assemble(Map.of(), judged(0.9));
    DigestRecord again = assemble(Map.of(), judged(0.9));

    store.write(new DigestWrite(once, 1, List.of()));
    PersistOutcome second =
        store.write(new DigestWrite(again, 1, List.of())).toCompletableFuture().join();

    assertThat(again.digestId()).isEqualTo(once.digestId());
    assertThat(store.digests()).hasSize(1);
    assertThat(((PersistOutcome.Unchanged) second).sameContent()).isTrue();
  }

  @Test
  void microModeNeverApplies() {
    CallPlan plan = new CallPlan(CallPlanKind.DEFAULT, 20);
    long calls =
        IntStream.range(0, CallPlan.LEVELS).mapToLong(level -> plan.calls(level, 19).size()).sum();

    assertThat(calls).as("before the judge").isEqualTo(1);
    assertThat(plan.callsLeft(19, 0) + 1).as("with repairs and the judge").isLessThanOrEqualTo(3);
  }

  @Test
  void oneCallAThread() {
    WindowFixture fixture = new WindowFixture();
    for (int i = 0; i < 60; i++) {
      fixture.message("m" + i, "anna", "Thread " + i + " about the release");
      fixture.thread("t" + i, "m" + i);
    }
    WindowContext window = fixture.build();
    CallPlan plan = new CallPlan(CallPlanKind.DEFAULT, 20);
    long calls =
        IntStream.range(0, CallPlan.LEVELS)
            .mapToLong(level -> plan.calls(level, window.messages().size()).size())
            .sum();

    assertThat(window.threads()).hasSize(60);
    assertThat(calls).isEqualTo(2);
  }

  @Test
  void fencesCostARepair() {
    model.says(
        Stage.SYNTHESIS_AGENT,
        "Sure! Here it is:\n```json\n" + TEXT.payload() + "\n```\nAnything else?");
    DigestDraft draft = Drafts.open(Drafts.day(0));

    runner(2).run(StageRequests.of(List.of(Stage.SYNTHESIS_AGENT), draft, CallPlan.separate()));

    assertThat(model.requests()).hasSize(1);
    assertThat(builtIn.requests()).isEmpty();
  }

  /** Nobody is asked for a number of topics, and none without a source gets through. */
  @Test
  void inventedTopics() {
    WindowContext quiet = Drafts.context(Drafts.day(0));
    StageGuard guard = new StageGuard();
    String none = Json.write(new Topics(List.of()));
    String invented = Json.write(Drafts.topics("Budget")).replace("\"m1\"", "\"m99\"");

    assertThat(guard.check(Stage.TOPIC_AGENT, none, quiet))
        .isInstanceOf(GuardResult.Accepted.class);
    assertThat(guard.check(Stage.TOPIC_AGENT, invented, quiet))
        .isInstanceOf(GuardResult.Rejected.class);
  }

  @Test
  void tenantAsLabel() {
    RecordedMetrics metrics = new RecordedMetrics();
    DigestRecord digest = assemble(Map.of(), judged(0.9));

    new DigestMetricsReporter(metrics).report(digest);
    CallMetrics calls = new CallMetrics(metrics);
    calls.count(Drafts.call("a", "model-1", 10, 5, false));

    String tenant = digest.window().tenantId();
    String group = digest.window().groupId();
    assertThat(metrics.counts()).isNotEmpty();
    assertThat(metrics.counts().keySet())
        .noneMatch(name -> name.contains("=" + tenant) || name.contains("=" + group));
  }

  private static DigestDraft judged(double weakest) {
    return Drafts.with(
        Drafts.open(Drafts.day(0)),
        TEXT,
        Drafts.artifact(Stage.EVALUATION_AGENT, Drafts.scores(weakest)));
  }

  private GuardedStageRunner runner(int maxRepairs) {
    return new GuardedStageRunner(
        model, builtIn, new StageGuard(), maxRepairs, Duration.ofMinutes(1));
  }

  private DigestDraft loop(DigestDraft draft) {
    Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    return new QualityLoop(runner(0), CallPlan.separate(), clock)
        .run(draft)
        .toCompletableFuture()
        .join();
  }

  private static DigestRecord assemble(Map<String, String> variables, DigestDraft draft) {
    return new DigestAssembler(
            TestSettings.with(variables), new DigestRenderer(LinkPattern.telegramOnly()))
        .assemble(draft);
  }
}
