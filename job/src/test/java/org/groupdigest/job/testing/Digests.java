package org.groupdigest.job.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.DeterministicChecks;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.MediaStats;
import org.groupdigest.job.model.ModelCall;
import org.groupdigest.job.model.RelatedTopic;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.SourceMessage;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.Usage;
import org.groupdigest.job.model.WindowRef;

/** Builds digests for tests: an empty, ready, Russian one unless told otherwise. */
public final class Digests {

  private List<ModelCall> calls = List.of();
  private WindowRef window = WindowFixture.day();
  private GroupInfo group = new GroupInfo("Backend · платежи", null, "telegram");
  private DigestStatus status = DigestStatus.READY;
  private String statusReason = "";
  private String language = "ru";
  private int messages = 137;
  private int people = 12;
  private Synthesis synthesis =
      new Synthesis(null, List.of(), List.of(), List.of(), List.of(), List.of());
  private final List<Topic> topics = new ArrayList<>();
  private Roles roles = new Roles(List.of());
  private EmotionProfile emotions;
  private Evaluation evaluation;
  private DeterministicChecks checks;
  private BaselineDelta delta;
  private final List<String> degradations = new ArrayList<>();
  private String model = "GigaChat-2-Pro";
  private final List<RelatedTopic> related = new ArrayList<>();
  private final List<SourceMessage> sources = new ArrayList<>();

  public Digests window(WindowRef value) {
    window = value;
    return this;
  }

  public Digests group(GroupInfo value) {
    group = value;
    return this;
  }

  public Digests status(DigestStatus value, String reason) {
    status = value;
    statusReason = reason;
    return this;
  }

  public Digests language(String value) {
    language = value;
    return this;
  }

  public Digests counts(int messageCount, int participantCount) {
    messages = messageCount;
    people = participantCount;
    return this;
  }

  public Digests synthesis(Synthesis value) {
    synthesis = value;
    return this;
  }

  public Digests topic(Topic value) {
    topics.add(value);
    return this;
  }

  public Digests roles(Roles value) {
    roles = value;
    return this;
  }

  public Digests emotions(EmotionProfile value) {
    emotions = value;
    return this;
  }

  public Digests evaluation(Evaluation value) {
    evaluation = value;
    return this;
  }

  public Digests checks(int citations, int resolved) {
    checks =
        new DeterministicChecks(
            citations, citations, resolved, resolved, 1, 0.8, 1, 0, 900, List.of());
    return this;
  }

  public Digests calls(List<ModelCall> value) {
    calls = value;
    return this;
  }

  public Digests delta(BaselineDelta value) {
    delta = value;
    return this;
  }

  public Digests degradation(String value) {
    degradations.add(value);
    return this;
  }

  public Digests model(String value) {
    model = value;
    return this;
  }

  public Digests related(RelatedTopic value) {
    related.add(value);
    return this;
  }

  /** A message of somebody with a user name. */
  public Digests source(String messageId, String author) {
    sources.add(new SourceMessage(messageId, author, author, window.start(), null, author));
    return this;
  }

  /** A message as a source. */
  public Digests source(SourceMessage value) {
    sources.add(value);
    return this;
  }

  /** A topic with the parts that most tests need. */
  public static Topic topic(
      String title, String priority, String status, int count, String summary, List<String> ids) {
    return new Topic(
        title, title, priority, ids, List.of(), summary, ids, null, List.of(), status, List.of(),
        List.of(), List.of(), List.of(), count);
  }

  /** The digest. */
  public DigestRecord build() {
    StageArtifact artifact =
        new StageArtifact(
            Stage.SYNTHESIS_AGENT,
            StageOutcome.OK,
            model,
            null,
            "1",
            "v1",
            "0",
            1,
            1,
            0,
            0,
            List.of(),
            "{}");
    return new DigestRecord(
        window,
        "d-1",
        group,
        "trace",
        status,
        statusReason,
        language,
        messages,
        people,
        synthesis,
        new Topics(topics),
        roles,
        emotions,
        evaluation,
        checks,
        delta,
        new ContextStats(messages, 0, 2, 1, 0, 0, messages - 2, 9, people, 0),
        new MediaStats(0, 0, 0, Map.of()),
        List.of(),
        List.of(),
        List.of(),
        List.of(artifact),
        degradations,
        List.of(),
        Usage.NONE,
        calls,
        null,
        sources,
        related);
  }
}
