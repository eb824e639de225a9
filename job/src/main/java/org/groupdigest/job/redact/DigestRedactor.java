package org.groupdigest.job.redact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.RelatedTopic;
import org.groupdigest.job.model.SourceMessage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.Topics.Topic;

/**
 * Takes messages out of a digest. What cites one of them goes, for nobody can tell which words of
 * it are whose; what cites nothing and may rest on one goes too: remarks on mood and quality, the
 * payloads of stages. With the messages go the people of whom the digest has no other, wherever a
 * text names them. Counts of the window stay: they say how much was written, not what.
 */
public final class DigestRedactor {

  /** Degradation of a digest and note of an artifact: something of it was erased. */
  public static final String ERASED = "erased";

  private static final String NO_PAYLOAD = "{}";

  private final DigestRecord digest;
  private final Erased erased;

  /** Whether the digest may have said something of it, and not only that others had answered. */
  private final boolean said;

  private DigestRedactor(DigestRecord digest, Set<String> messageIds) {
    this.digest = digest;
    this.said = !Collections.disjoint(DigestReferences.ofContent(digest), messageIds);
    this.erased = Erased.of(digest.sources(), messageIds);
  }

  /**
   * The digest without these messages, marked and not rendered yet; the digest itself if it refers
   * to none of them. Of messages that it never had, and that are only answered in it, the answers
   * forget whom they answered, and nothing else changes.
   */
  public static DigestRecord redact(DigestRecord digest, Set<String> messageIds) {
    return Collections.disjoint(DigestReferences.of(digest), messageIds)
        ? digest
        : new DigestRedactor(digest, messageIds).redacted();
  }

  /** Whether something that the digest may have said was taken out of it. */
  public static boolean isMarked(DigestRecord digest) {
    return digest.degradations().contains(ERASED);
  }

  private DigestRecord redacted() {
    TopicRedactor topicRedactor = new TopicRedactor(erased);
    SynthesisRedactor synthesisRedactor = new SynthesisRedactor(erased, topicRedactor);
    Topics topics = topicRedactor.redact(digest.topics());
    return new DigestRecord(
        digest.window(),
        digest.digestId(),
        digest.group(),
        digest.traceId(),
        digest.status(),
        digest.statusReason(),
        digest.language(),
        digest.messageCount(),
        digest.participantCount(),
        synthesisRedactor.redact(digest.synthesis()),
        topics,
        synthesisRedactor.redact(digest.roles()),
        said ? withoutNotes(digest.emotions()) : digest.emotions(),
        said ? withoutNotes(digest.evaluation()) : digest.evaluation(),
        digest.checks(),
        delta(topics),
        digest.contextStats(),
        digest.media(),
        digest.mediaHighlights().stream().filter(one -> !erased.has(one.messageId())).toList(),
        digest.ranking().stream().filter(one -> !erased.has(one.messageId())).toList(),
        digest.historyLinks().stream()
            .filter(link -> !erased.has(link.messageId()) && !erased.has(link.linkedId()))
            .toList(),
        said ? digest.artifacts().stream().map(this::emptied).toList() : digest.artifacts(),
        said ? marked(digest.degradations()) : digest.degradations(),
        said ? remarks(digest.errors()) : digest.errors(),
        digest.usage(),
        digest.calls(),
        said ? null : digest.rendered(),
        sources(),
        related(topics));
  }

  /** A title that was taken away must not live on as one that goes on. */
  private BaselineDelta delta(Topics topics) {
    BaselineDelta delta = digest.baselineDelta();
    if (delta == null || delta.continued() == null) {
      return delta;
    }
    Set<String> titles =
        orEmpty(topics.topics()).stream().map(Topic::title).collect(Collectors.toSet());
    return new BaselineDelta(
        delta.hasBaseline(),
        delta.coverageChange(),
        delta.topicOverlap(),
        delta.novelTopics(),
        delta.qualityDelta(),
        delta.degraded(),
        delta.continued().stream().filter(one -> titles.contains(one.title())).toList(),
        delta.baselineWindowId());
  }

  private StageArtifact emptied(StageArtifact artifact) {
    StageArtifact empty = artifact.withPayload(NO_PAYLOAD);
    return new StageArtifact(
        empty.stage(),
        empty.outcome(),
        empty.modelId(),
        empty.promptId(),
        empty.promptVersion(),
        empty.schemaVersion(),
        empty.checksum(),
        empty.boundaryIntegrity(),
        empty.attempts(),
        empty.promptTokens(),
        empty.answerTokens(),
        marked(remarks(empty.notes())),
        empty.payload());
  }

  private List<SourceMessage> sources() {
    return digest.sources().stream()
        .filter(source -> !erased.has(source.messageId()))
        .map(source -> erased.has(source.replyToMessageId()) ? withoutReply(source) : source)
        .toList();
  }

  private List<RelatedTopic> related(Topics topics) {
    Set<String> left =
        orEmpty(topics.topics()).stream().map(Topic::topicId).collect(Collectors.toSet());
    return digest.related().stream()
        .filter(one -> left.contains(one.topicId()) && !erased.has(one.messageId()))
        .toList();
  }

  /** Lines for the audit trail, which are codes, places and perhaps an id or a name. */
  private List<String> remarks(List<String> lines) {
    return erased.harmless(lines).stream().filter(line -> !namesMessage(line)).toList();
  }

  private boolean namesMessage(String line) {
    return List.of(line.split("[\\s():;,]+")).stream().anyMatch(erased::has);
  }

  private static SourceMessage withoutReply(SourceMessage source) {
    return new SourceMessage(
        source.messageId(),
        source.senderId(),
        source.author(),
        source.postedAt(),
        null,
        source.senderUsername());
  }

  private static EmotionProfile withoutNotes(EmotionProfile emotions) {
    return emotions == null
        ? null
        : new EmotionProfile(
            emotions.tone(),
            emotions.intensity(),
            emotions.conflict(),
            emotions.collaboration(),
            emotions.stress(),
            emotions.enthusiasm(),
            List.of());
  }

  private static Evaluation withoutNotes(Evaluation evaluation) {
    return evaluation == null
        ? null
        : new Evaluation(
            evaluation.faithfulness(),
            evaluation.coherence(),
            evaluation.coverage(),
            evaluation.focus(),
            evaluation.qualityScore(),
            List.of());
  }

  private static List<String> marked(List<String> codes) {
    if (codes.contains(ERASED)) {
      return codes;
    }
    List<String> more = new ArrayList<>(codes);
    more.add(ERASED);
    return List.copyOf(more);
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }
}
