package org.groupdigest.job.model.events;

import java.time.Instant;
import java.util.List;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.DeterministicIds;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.Rendered;
import org.groupdigest.job.model.SourcePosition;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;
import org.groupdigest.job.model.Usage;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowRef;

/**
 * Builds events. An event's id follows from its type, what it speaks of and the attempt, never from
 * the time: what is said again after a recovery can be recognised.
 */
public final class Events {
  private static final Rendered NOT_RENDERED = new Rendered(null, List.of(), null, null);

  private final String source;

  /** Events that name this part of the product as their source. */
  public Events(String source) {
    this.source = source;
  }

  /** A window has closed. */
  public EventEnvelope windowReady(WindowContext context, int attempt, Instant at) {
    String id = id(EventType.WINDOW_READY, context.window().windowId(), attempt);
    return of(id, EventType.WINDOW_READY, context.window(), context.traceId(), at, context);
  }

  /** A message came after its window had closed. */
  public EventEnvelope messageLate(
      GroupKey group, Message message, SourcePosition position, String traceId, Instant at) {
    EventType type = EventType.MESSAGE_LATE;
    String id =
        id(type, group.tenantId(), group.groupId(), message.messageId(), message.revision());
    return new EventEnvelope(
        id,
        type,
        group.tenantId(),
        group.groupId(),
        traceId,
        at,
        source,
        Json.write(new Payloads.LateMessage(message, position)));
  }

  /** Messages, or all of a sender, must go from everything that is stored. */
  public EventEnvelope erased(Erasure erasure) {
    EventType type = EventType.MESSAGES_ERASED;
    Payloads.Erased payload = new Payloads.Erased(erasure.messageIds(), erasure.senderId());
    String id =
        id(
            type,
            erasure.tenantId(),
            erasure.groupId(),
            String.join("\n", erasure.messageIds()),
            erasure.senderId(),
            erasure.traceId());
    return new EventEnvelope(
        id,
        type,
        erasure.tenantId(),
        erasure.groupId(),
        erasure.traceId(),
        erasure.at(),
        source,
        Json.write(payload));
  }

  /** A digest is gone from the store; to be said after the commit. */
  public EventEnvelope removed(
      GroupKey group, Payloads.Removed payload, String traceId, Instant at) {
    return new EventEnvelope(
        id(EventType.REMOVED, payload.digestId(), payload.reason()),
        EventType.REMOVED,
        group.tenantId(),
        group.groupId(),
        traceId,
        at,
        source,
        Json.write(payload));
  }

  /** A window's context was assembled. */
  public EventEnvelope contextPrepared(WindowContext context, int attempt, Instant at) {
    WindowRef window = context.window();
    Payloads.ContextPrepared payload =
        new Payloads.ContextPrepared(
            window.windowId(), attempt, context.language(), context.stats());
    String id = id(EventType.CONTEXT_PREPARED, window.windowId(), attempt);
    return of(id, EventType.CONTEXT_PREPARED, window, context.traceId(), at, payload);
  }

  /** A stage has begun. */
  public EventEnvelope stageStarted(
      WindowRef window, String traceId, Stage stage, int attempt, Instant at) {
    String digestId = DeterministicIds.digestId(window.windowId());
    Payloads.StageStarted payload =
        new Payloads.StageStarted(window.windowId(), digestId, attempt, stage);
    String id = id(EventType.STAGE_STARTED, digestId, stage.wireName(), attempt);
    return of(id, EventType.STAGE_STARTED, window, traceId, at, payload);
  }

  /** A stage has an artifact. */
  public EventEnvelope stageCompleted(
      WindowRef window, String traceId, StageArtifact artifact, int attempt, Instant at) {
    String digestId = DeterministicIds.digestId(window.windowId());
    Payloads.StageCompleted payload =
        new Payloads.StageCompleted(
            window.windowId(),
            digestId,
            attempt,
            artifact.stage(),
            artifact.outcome(),
            artifact.modelId(),
            artifact.promptId(),
            artifact.promptVersion(),
            artifact.schemaVersion(),
            artifact.checksum(),
            artifact.boundaryIntegrity(),
            artifact.attempts(),
            artifact.promptTokens(),
            artifact.answerTokens(),
            artifact.notes());
    String id =
        id(
            EventType.STAGE_COMPLETED,
            digestId,
            artifact.stage().wireName(),
            artifact.attempts(),
            attempt);
    return of(id, EventType.STAGE_COMPLETED, window, traceId, at, payload);
  }

  /**
   * A digest will not go out.
   *
   * @throws IllegalArgumentException when it is ready
   */
  public EventEnvelope blocked(DigestRecord digest, int attempt, Instant at) {
    require(digest.status() != DigestStatus.READY, "a ready digest is not blocked");
    Payloads.Blocked payload =
        new Payloads.Blocked(
            digest.window().windowId(),
            digest.digestId(),
            attempt,
            digest.status(),
            digest.statusReason());
    return of(EventType.BLOCKED, digest, attempt, at, payload);
  }

  /**
   * A digest may go out.
   *
   * @throws IllegalArgumentException when it is not ready
   */
  public EventEnvelope readyForDelivery(
      DigestRecord digest, List<DeliveryTarget> targets, int attempt, Instant at) {
    require(digest.status() == DigestStatus.READY, "only a ready digest is delivered");
    Rendered forms = digest.rendered() == null ? NOT_RENDERED : digest.rendered();
    Payloads.ReadyForDelivery payload =
        new Payloads.ReadyForDelivery(
            digest.window().windowId(),
            digest.digestId(),
            attempt,
            digest.language(),
            targets,
            forms.htmlParts(),
            forms.text(),
            digest.degradations());
    return of(EventType.READY_FOR_DELIVERY, digest, attempt, at, payload);
  }

  /** A digest is stored; to be said after the commit. */
  public EventEnvelope persisted(DigestRecord digest, int attempt, Instant at) {
    WindowRef window = digest.window();
    Usage usage = digest.usage();
    Payloads.Persisted payload =
        new Payloads.Persisted(
            window.windowId(),
            digest.digestId(),
            attempt,
            digest.status(),
            digest.statusReason(),
            window.hours(),
            window.start(),
            window.end(),
            window.kind(),
            digest.messageCount(),
            digest.participantCount(),
            digest.synthesisModel(),
            digest.evaluation() == null ? null : (Double) digest.evaluation().weakest(),
            usage.promptTokens(),
            usage.answerTokens());
    return of(EventType.PERSISTED, digest, attempt, at, payload);
  }

  /** A digest has reached an address. */
  public EventEnvelope delivered(
      DigestRecord digest, DeliveryTarget target, List<String> receipts, int attempt, Instant at) {
    Payloads.Delivered payload =
        new Payloads.Delivered(
            digest.window().windowId(),
            digest.digestId(),
            attempt,
            target.channel(),
            target.address(),
            receipts.size(),
            receipts);
    EventType type = EventType.DELIVERED;
    // Without the attempt: a digest reaches an address once.
    String id = id(type, digest.digestId(), target.channel(), target.address());
    return of(id, type, digest.window(), digest.traceId(), at, payload);
  }

  /** A record that ingest or delivery could not process. */
  public EventEnvelope deadLetter(DeadLetter letter, Instant at) {
    return deadLetter(EventType.DEAD_LETTER, letter, at);
  }

  /** A window that no digest could be made of. */
  public EventEnvelope generationDeadLetter(DeadLetter letter, Instant at) {
    return deadLetter(EventType.GENERATION_DEAD_LETTER, letter, at);
  }

  private EventEnvelope deadLetter(EventType type, DeadLetter letter, Instant at) {
    SourcePosition position = letter.source();
    String id =
        id(
            type,
            position.origin(),
            position.partition(),
            position.offset(),
            letter.stage(),
            letter.errorCode(),
            letter.retryCount());
    return new EventEnvelope(
        id,
        type,
        letter.tenantId(),
        letter.groupId(),
        letter.traceId(),
        at,
        source,
        Json.write(letter));
  }

  private EventEnvelope of(
      EventType type, DigestRecord digest, int attempt, Instant at, Object payload) {
    String id = id(type, digest.digestId(), attempt);
    return of(id, type, digest.window(), digest.traceId(), at, payload);
  }

  private EventEnvelope of(
      String id, EventType type, WindowRef window, String traceId, Instant at, Object payload) {
    return new EventEnvelope(
        id, type, window.tenantId(), window.groupId(), traceId, at, source, Json.write(payload));
  }

  private static String id(EventType type, Object... parts) {
    return DeterministicIds.of("event:" + type.wireName(), parts);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
