package org.groupdigest.job.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.DeterministicIds;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.ModelCall;
import org.groupdigest.job.model.SourcePosition;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.testing.Digests;
import org.groupdigest.job.testing.WindowFixture;

/** Drafts for tests: days of one group, each with one message by anna that can be cited. */
final class Drafts {

  static final GroupKey GROUP = new GroupKey("acme", "backend");
  static final Instant DAY_ZERO = Instant.parse("2025-11-10T00:00:00Z");
  static final SourcePosition POSITION = new SourcePosition("group.window.ready", 0, 7);
  static final DeliveryTarget CHAT = new DeliveryTarget("telegram", "-100");

  private Drafts() {}

  /** The scheduled window of a day, counted from {@link #DAY_ZERO}. */
  static WindowRef day(int day) {
    Instant start = DAY_ZERO.plus(Duration.ofDays(day));
    return window(start, start.plus(Duration.ofDays(1)), WindowKind.SCHEDULED);
  }

  /** A requested window of the 24 hours before noon of a day. */
  static WindowRef requestedAtNoon(int day) {
    Instant end = DAY_ZERO.plus(Duration.ofDays(day)).plus(Duration.ofHours(12));
    return window(end.minus(Duration.ofDays(1)), end, WindowKind.REQUESTED);
  }

  private static WindowRef window(Instant start, Instant end, WindowKind kind) {
    String id =
        DeterministicIds.windowId(GROUP, 24, start.toEpochMilli(), end.toEpochMilli(), kind);
    return new WindowRef(id, GROUP.tenantId(), GROUP.groupId(), 24, start, end, kind, "UTC");
  }

  static WindowContext context(WindowRef window) {
    return context(window, 20, 0, "en");
  }

  /** A window with these counts whatever its messages. */
  static WindowContext context(WindowRef window, int received, int empty, String language) {
    WindowContext plain =
        new WindowFixture().message("m1", "anna", "The release moves to Thursday").build();
    return new WindowContext(
        window,
        plain.group(),
        "trace-1",
        language,
        new ContextStats(received, empty, 0, 0, 0, 0, 1, 0, 1, 0),
        plain.messages(),
        plain.ranking(),
        plain.duplicates(),
        plain.softLinks(),
        plain.historyLinks(),
        plain.threads(),
        plain.participants(),
        plain.media(),
        plain.mediaHighlights(),
        plain.excerpt());
  }

  static Admission admission(String predecessorId) {
    return new Admission(
        "en", List.of("team"), List.of(CHAT), 0.7, false, null, predecessorId, null);
  }

  /** An admitted draft without any artifact. */
  static DigestDraft open(WindowRef window) {
    return open(window, null);
  }

  static DigestDraft open(WindowRef window, String predecessorId) {
    return new DigestDraft(
        context(window),
        POSITION,
        admission(predecessorId),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        List.of(),
        false);
  }

  /** A draft of which no stage will run. */
  static DigestDraft ended(DigestStatus status) {
    Admission admission = new Admission("en", List.of(), List.of(), 0.7, false, status, null, null);
    return open(day(0)).withAdmission(admission);
  }

  /** A receipt whose cost in micros is a tenth of the tokens sent. */
  static ModelCall call(String id, String model, int prompt, int answer, boolean stored) {
    List<Stage> stages = List.of(Stage.SYNTHESIS_AGENT);
    long cost = prompt / 10;
    return new ModelCall(id, stages, model, prompt, answer, cost, 1, stored, List.of());
  }

  static StageArtifact artifact(Stage stage, Object payload) {
    return artifact(stage, StageOutcome.OK, payload);
  }

  static StageArtifact artifact(Stage stage, StageOutcome outcome, Object payload) {
    String json = Json.write(payload);
    return new StageArtifact(
        stage,
        outcome,
        "model-1",
        null,
        "v7",
        "1",
        Checksums.sha256(json),
        1,
        1,
        10,
        5,
        List.of(),
        json);
  }

  /** A digest of one key point, cited. */
  static Synthesis synthesis(String text) {
    return new Synthesis(
        null, List.of(new Claim(text, List.of("m1"))), List.of(), List.of(), List.of(), List.of());
  }

  static Evaluation scores(double weakest, String... notes) {
    return new Evaluation(weakest, 1, 1, 1, 1, List.of(notes));
  }

  static Topics topics(String... titles) {
    return new Topics(
        Stream.of(titles)
            .map(title -> Digests.topic(title, "high", "done", 3, title, List.of("m1")))
            .toList());
  }

  /** The draft with one artifact. */
  static DigestDraft with(DigestDraft draft, StageArtifact... artifacts) {
    return draft.with(List.of(artifacts), List.of(), List.of());
  }
}
