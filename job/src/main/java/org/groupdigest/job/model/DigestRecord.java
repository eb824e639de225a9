package org.groupdigest.job.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * How a window ended: a digest, or why there is none. What is stored, shown and announced comes
 * from this record alone.
 *
 * @param window which window
 * @param digestId deterministic UUIDv5
 * @param group what is known of the group
 * @param traceId runs from the ingested message to the last row and log line
 * @param status how it ended
 * @param statusReason details of the status (missing scopes, weakest score), empty when ready
 * @param language ISO 639-1 code of the digest
 * @param messageCount messages of the window before deduplication
 * @param participantCount distinct senders
 * @param synthesis the digest's content, null when it was skipped or never made
 * @param topics its topics, never null
 * @param roles who did what, never null
 * @param emotions tone, null when it was skipped
 * @param evaluation the judge's scores, null without a judge
 * @param checks deterministic checks, null when skipped
 * @param baselineDelta comparison with the previous digest, null when skipped
 * @param contextStats counts of the context assembly
 * @param media attachments in numbers
 * @param mediaHighlights attachments worth showing
 * @param ranking best messages, best first
 * @param historyLinks messages that repeat earlier windows
 * @param artifacts what each stage produced, in stage order
 * @param degradations in which way it is worse than it could be, for the reader, never null
 * @param errors what went wrong, for the audit trail, never null
 * @param usage what it cost
 * @param calls receipts of the model calls that add up to the usage, and of those that failed
 * @param rendered the forms that people read, null until rendered or when skipped
 * @param sources the messages it was made from, in time order; empty in old state
 * @param related earlier topics that resemble its own; empty in old state
 */
public record DigestRecord(
    WindowRef window,
    String digestId,
    GroupInfo group,
    String traceId,
    DigestStatus status,
    String statusReason,
    String language,
    int messageCount,
    int participantCount,
    Synthesis synthesis,
    Topics topics,
    Roles roles,
    EmotionProfile emotions,
    Evaluation evaluation,
    DeterministicChecks checks,
    BaselineDelta baselineDelta,
    ContextStats contextStats,
    MediaStats media,
    List<MediaHighlight> mediaHighlights,
    List<RankedMessage> ranking,
    List<MessageLink> historyLinks,
    List<StageArtifact> artifacts,
    List<String> degradations,
    List<String> errors,
    Usage usage,
    List<ModelCall> calls,
    Rendered rendered,
    List<SourceMessage> sources,
    List<RelatedTopic> related) {

  /** Old state knows neither sources nor related topics. */
  public DigestRecord {
    sources = sources == null ? List.of() : sources;
    related = related == null ? List.of() : related;
  }

  /** The same digest with its readable forms. */
  public DigestRecord withRendered(Rendered forms) {
    return new DigestRecord(
        window,
        digestId,
        group,
        traceId,
        status,
        statusReason,
        language,
        messageCount,
        participantCount,
        synthesis,
        topics,
        roles,
        emotions,
        evaluation,
        checks,
        baselineDelta,
        contextStats,
        media,
        mediaHighlights,
        ranking,
        historyLinks,
        artifacts,
        degradations,
        errors,
        usage,
        calls,
        forms,
        sources,
        related);
  }

  /** The model that wrote the digest, or {@code none}. */
  @JsonIgnore
  public String synthesisModel() {
    return artifacts.stream()
        .filter(artifact -> artifact.stage() == Stage.SYNTHESIS_AGENT)
        .map(StageArtifact::modelId)
        .findFirst()
        .orElse("none");
  }
}
