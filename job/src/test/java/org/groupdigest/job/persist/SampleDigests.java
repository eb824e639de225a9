package org.groupdigest.job.persist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.DeterministicChecks;
import org.groupdigest.job.model.DeterministicIds;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.MediaHighlight;
import org.groupdigest.job.model.MediaKind;
import org.groupdigest.job.model.MediaStats;
import org.groupdigest.job.model.MessageLink;
import org.groupdigest.job.model.RankedMessage;
import org.groupdigest.job.model.Rendered;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.SourceMessage;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.Usage;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;

/** A digest of an allotment club's chat, to be varied by tests. */
public final class SampleDigests {
  public static final Instant MORNING = Instant.parse("2026-03-02T00:00:00Z");

  private GroupKey group = new GroupKey("garden", "plots");
  private Instant start = MORNING;
  private WindowKind kind = WindowKind.SCHEDULED;
  private DigestStatus status = DigestStatus.READY;
  private String headline = "The well is dry until Thursday";
  private List<String> topics = List.of("Dry well", "Seed swap");
  private List<BaselineDelta.ContinuedTopic> continued = List.of();
  private boolean synthesis = true;
  private Evaluation evaluation = new Evaluation(0.9, 0.8, 0.75, 0.95, 0.85, List.of());
  private int received = 40;

  public static SampleDigests digest() {
    return new SampleDigests();
  }

  public SampleDigests of(String tenant, String groupId) {
    group = new GroupKey(tenant, groupId);
    return this;
  }

  public SampleDigests day(int number) {
    start = MORNING.plus(Duration.ofDays(number));
    return this;
  }

  public SampleDigests kind(WindowKind newKind) {
    kind = newKind;
    return this;
  }

  public SampleDigests status(DigestStatus newStatus) {
    status = newStatus;
    return this;
  }

  public SampleDigests headline(String text) {
    headline = text;
    return this;
  }

  public SampleDigests topics(String... titles) {
    topics = List.of(titles);
    return this;
  }

  public SampleDigests continued(String title, int streak) {
    continued = List.of(new BaselineDelta.ContinuedTopic(title, streak));
    return this;
  }

  public SampleDigests evaluation(Evaluation scores) {
    evaluation = scores;
    return this;
  }

  public SampleDigests received(int messages) {
    received = messages;
    return this;
  }

  public SampleDigests withoutSynthesis() {
    synthesis = false;
    return this;
  }

  public WindowRef window() {
    Instant end = start.plus(Duration.ofDays(1));
    String id =
        DeterministicIds.windowId(group, 24, start.toEpochMilli(), end.toEpochMilli(), kind);
    return new WindowRef(
        id, group.tenantId(), group.groupId(), 24, start, end, kind, "Europe/Berlin");
  }

  public DigestRecord build() {
    WindowRef window = window();
    return new DigestRecord(
        window,
        DeterministicIds.digestId(window.windowId()),
        new GroupInfo("Plots & paths", "plots", "telegram"),
        "trace-1",
        status,
        status == DigestStatus.READY ? "" : "focus 0.40 under 0.70",
        "en",
        received,
        7,
        synthesis ? synthesis() : null,
        new Topics(topics.stream().map(SampleDigests::topic).toList()),
        new Roles(List.of(role("mila", "initiator", 3), role("otto", "expert", 2))),
        new EmotionProfile("neutral", 0.2, 0.1, 0.6, 0.3, 0.4, List.of()),
        evaluation,
        new DeterministicChecks(3, 4, 4, 3, 1.0, 0.6, 1.0, 0.0, 900, List.of()),
        new BaselineDelta(!continued.isEmpty(), 0.1, 0.5, 1, null, false, continued, null),
        new ContextStats(received, 1, 4, 2, 1, 0, received - 5, 6, 7, 80),
        new MediaStats(2, 1, 2048, Map.of("image", 1, "audio", 1)),
        List.of(new MediaHighlight("m3", MediaKind.IMAGE, "the well", null, null)),
        List.of(new RankedMessage("m1", 0.9, 0.5, 1, 0.2, 0.4, 0)),
        List.of(new MessageLink("m5", "m0", 0.91)),
        List.of(artifact(Stage.TOPIC_AGENT), artifact(Stage.SYNTHESIS_AGENT)),
        List.of(),
        List.of(),
        new Usage(3, 6_000, 900, 1_200),
        List.of(),
        new Rendered("<b>Plots</b>", List.of("<b>Plots</b>", "more"), "**Plots**", "Plots"),
        List.of(
            source("m1", "mila", 1, null),
            source("m2", "otto", 2, "m1"),
            source("m3", "mila", 3, "m2"),
            source("m5", "rosa", 5, null)),
        List.of());
  }

  private SourceMessage source(String id, String author, int minute, String answered) {
    Instant posted = start.plus(Duration.ofMinutes(minute));
    return new SourceMessage(id, "sender-" + author, author, posted, answered);
  }

  private Synthesis synthesis() {
    Claim claim = new Claim(headline, List.of("m1", "m2"));
    return new Synthesis(claim, List.of(claim), List.of(), List.of(), List.of(water()), List.of());
  }

  private static ActionItem water() {
    return new ActionItem("otto", "order a water tank", "Thursday", List.of("m2"));
  }

  private static Topics.Topic topic(String title) {
    return new Topics.Topic(
        "t-" + title,
        title,
        "high",
        List.of("m1", "m2"),
        List.of("th1"),
        "What was said of it",
        List.of("m1"),
        null,
        List.of(),
        "blocker",
        List.of("otto"),
        List.of(),
        List.of(water()),
        List.of("well", "water"),
        12);
  }

  private static Roles.Participant role(String name, String role, int messages) {
    List<String> ids = List.of("m1", "m2", "m3").subList(0, messages);
    return new Roles.Participant(name, List.of(new Roles.WeightedRole(role, 1.0)), role, ids, "");
  }

  /** An artifact whose payload has spacing and numbers that writing it anew would change. */
  public static StageArtifact artifact(Stage stage) {
    String payload = "{ \"stage\": \"" + stage.wireName() + "\", \"share\": 1.50 }";
    return new StageArtifact(
        stage,
        StageOutcome.OK,
        "extractive-1",
        null,
        "rules-1",
        "1",
        sha256(payload),
        1.0,
        1,
        0,
        0,
        List.of("note"),
        payload);
  }

  static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
