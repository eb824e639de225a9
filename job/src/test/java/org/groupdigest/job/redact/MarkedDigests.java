package org.groupdigest.job.redact;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.Checksums;
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
import org.groupdigest.job.model.ModelCall;
import org.groupdigest.job.model.RankedMessage;
import org.groupdigest.job.model.RelatedTopic;
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

/**
 * Random digests in which every text bears a marker of each message that it rests on, and names
 * some of their authors, so that what is left of a message can be seen.
 */
public final class MarkedDigests {
  public static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

  private static final List<String> TONES = List.of("positive", "neutral", "negative");

  private final Random random;
  private final GroupKey group;
  private final int day;
  private final List<SourceMessage> sources = new ArrayList<>();

  private MarkedDigests(Random random, GroupKey group, int day) {
    this.random = random;
    this.group = group;
    this.day = day;
  }

  /** A digest of the group's day with this number; messages of two days share no id. */
  public static DigestRecord digest(Random random, GroupKey group, int day) {
    return new MarkedDigests(random, group, day).build();
  }

  /** What stands in every text that rests on the message, and nowhere else. */
  public static String marker(String messageId) {
    return "zq" + messageId + "qz";
  }

  /** Authors all of whose messages are among the erased. */
  public static Set<String> peopleOf(DigestRecord digest, Collection<String> erased) {
    Set<String> all = new TreeSet<>();
    Set<String> left = new TreeSet<>();
    for (SourceMessage source : digest.sources()) {
      all.add(source.author());
      if (!erased.contains(source.messageId())) {
        left.add(source.author());
      }
    }
    all.removeAll(left);
    return all;
  }

  private DigestRecord build() {
    int people = 1 + random.nextInt(5);
    int messages = 1 + random.nextInt(14);
    for (int i = 0; i < messages; i++) {
      int who = random.nextInt(people);
      sources.add(
          new SourceMessage(
              "m" + day + "x" + i,
              "sender" + who,
              "nika" + who + "q",
              START.plus(Duration.ofDays(day)).plusSeconds(60L * i),
              i > 0 && random.nextBoolean() ? "m" + day + "x" + random.nextInt(i) : null));
    }
    WindowRef window = window();
    List<Topics.Topic> topics = some(5, this::topic);
    boolean written = random.nextInt(8) > 0;
    return new DigestRecord(
        window,
        DeterministicIds.digestId(window.windowId()),
        new GroupInfo("Plots", "plots", "telegram"),
        "trace-" + day,
        written ? DigestStatus.READY : DigestStatus.BLOCKED_FAILURE,
        "",
        "en",
        messages + 3,
        people,
        written ? synthesis() : null,
        new Topics(topics),
        new Roles(some(4, this::participant)),
        random.nextInt(8) == 0
            ? null
            : new EmotionProfile(any(TONES), 0.1, 0.2, 0.3, 0.4, 0.5, List.of(text(allIds()))),
        random.nextInt(8) == 0
            ? null
            : new Evaluation(0.9, 0.8, 0.7, 0.9, 0.8, List.of(text(allIds()))),
        new DeterministicChecks(3, 4, 4, 3, 1.0, 0.5, 1.0, 0.0, 900, List.of("too_long")),
        new BaselineDelta(
            true,
            0.1,
            0.5,
            1,
            null,
            false,
            topics.stream()
                .map(topic -> new BaselineDelta.ContinuedTopic(topic.title(), 2))
                .toList(),
            "w-0"),
        new ContextStats(messages + 3, 0, 3, 1, 1, 0, messages, 2, people, 9),
        new MediaStats(1, 1, 10, Map.of("image", 1)),
        some(3, this::media),
        sources.stream()
            .map(one -> new RankedMessage(one.messageId(), 0.5, 0.5, 0, 0.1, 0, 0))
            .toList(),
        some(2, () -> new MessageLink(anyId(), "m" + (day - 1) + "x0", 0.9)),
        List.of(artifact(Stage.SEGMENTER_AGENT), artifact(Stage.SYNTHESIS_AGENT)),
        random.nextBoolean() ? List.of() : List.of("truncated_input"),
        some(2, () -> "topics[0].message_ids: no such message (" + anyId() + ")"),
        new Usage(1, 100, 20, 30),
        List.of(
            new ModelCall(
                "c" + day, List.of(Stage.TOPIC_AGENT), "m", 100, 20, 30, 1, false, List.of())),
        new Rendered(text(allIds()), List.of(text(allIds())), text(allIds()), text(allIds())),
        List.copyOf(sources),
        topics.stream()
            .map(
                topic ->
                    new RelatedTopic(
                        topic.topicId(), "d-0", "w-0", START, "m" + (day - 1) + "x1", 0.8, "t-0"))
            .toList());
  }

  private WindowRef window() {
    Instant start = START.plus(Duration.ofDays(day));
    Instant end = start.plus(Duration.ofDays(1));
    String id =
        DeterministicIds.windowId(
            group, 24, start.toEpochMilli(), end.toEpochMilli(), WindowKind.SCHEDULED);
    return new WindowRef(
        id, group.tenantId(), group.groupId(), 24, start, end, WindowKind.SCHEDULED, "UTC");
  }

  private Synthesis synthesis() {
    return new Synthesis(
        random.nextBoolean() ? null : claim(),
        some(4, this::claim),
        some(3, this::claim),
        some(3, this::claim),
        some(3, this::action),
        some(3, this::mention));
  }

  private Topics.Topic topic() {
    List<String> ids = ids();
    List<String> summary = ids.subList(0, 1 + random.nextInt(ids.size()));
    List<String> decision = random.nextBoolean() ? List.of() : ids();
    List<String> all = new ArrayList<>(ids);
    all.removeAll(decision);
    all.addAll(decision);
    return new Topics.Topic(
        "t" + random.nextInt(100),
        text(all),
        "high",
        all,
        all.stream()
            .limit(2)
            .map(id -> "t-" + id + (random.nextBoolean() ? "" : "-part2"))
            .toList(),
        text(summary),
        summary,
        decision.isEmpty() ? null : text(decision),
        decision,
        "watch",
        some(2, this::anyAuthor),
        List.of(text(all)),
        some(2, this::action),
        List.of(text(all), "well"),
        all.size() + 2);
  }

  private Claim claim() {
    List<String> ids = ids();
    return new Claim(text(ids), ids);
  }

  private ActionItem action() {
    List<String> ids = ids();
    String owner = random.nextBoolean() ? null : anyAuthor();
    return new ActionItem(owner, text(ids), random.nextBoolean() ? null : text(ids), ids);
  }

  private Synthesis.Mention mention() {
    List<String> ids = ids();
    return new Synthesis.Mention(anyAuthor(), "expert", text(ids), ids);
  }

  private Roles.Participant participant() {
    List<String> ids = ids();
    return new Roles.Participant(
        anyAuthor(), List.of(new Roles.WeightedRole("expert", 1)), "expert", ids, text(ids));
  }

  private MediaHighlight media() {
    String id = anyId();
    return new MediaHighlight(id, MediaKind.IMAGE, text(List.of(id)), "s3://" + marker(id), id);
  }

  private StageArtifact artifact(Stage stage) {
    String payload = "{\"text\":\"" + text(allIds()) + "\"}";
    return new StageArtifact(
        stage,
        StageOutcome.OK,
        "model",
        "p",
        "1",
        "1",
        Checksums.sha256(payload),
        1,
        1,
        10,
        2,
        List.of("truncated_input"),
        payload);
  }

  /** Words, a marker of each message, and some of the authors' names. */
  private String text(List<String> ids) {
    StringBuilder text = new StringBuilder("about");
    for (String id : ids) {
      text.append(' ').append(marker(id));
      if (random.nextInt(3) == 0) {
        text.append(random.nextBoolean() ? " @" : " ").append(author(id));
      }
    }
    return text.append(" it is said").toString();
  }

  private String author(String messageId) {
    return sources.stream()
        .filter(source -> source.messageId().equals(messageId))
        .map(SourceMessage::author)
        .findFirst()
        .orElseThrow();
  }

  private String anyAuthor() {
    return any(sources).author();
  }

  private String anyId() {
    return any(sources).messageId();
  }

  private List<String> allIds() {
    return sources.stream().map(SourceMessage::messageId).toList();
  }

  private List<String> ids() {
    return IntStream.range(0, 1 + random.nextInt(3)).mapToObj(i -> anyId()).distinct().toList();
  }

  private <T> List<T> some(int most, Supplier<T> one) {
    return IntStream.range(0, random.nextInt(most + 1)).mapToObj(i -> one.get()).toList();
  }

  private <T> T any(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
