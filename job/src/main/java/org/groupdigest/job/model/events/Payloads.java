package org.groupdigest.job.model.events;

import java.time.Instant;
import java.util.List;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.SourcePosition;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;
import org.groupdigest.job.model.WindowKind;

/** What events say, where no record of the model says it already. */
public final class Payloads {
  private Payloads() {}

  /**
   * Payload of {@link EventType#MESSAGE_LATE}.
   *
   * @param message the masked message
   * @param position where it was read
   */
  public record LateMessage(Message message, SourcePosition position) {}

  /**
   * Payload of {@link EventType#MESSAGES_ERASED}: one of the two is given.
   *
   * @param messageIds messages to erase, empty when a sender is
   * @param senderId sender to erase, or null
   */
  public record Erased(List<String> messageIds, String senderId) {}

  /**
   * Payload of {@link EventType#REMOVED}.
   *
   * @param windowId window
   * @param digestId digest
   * @param reason why it is gone, such as {@code retention}
   */
  public record Removed(String windowId, String digestId, String reason) {}

  /**
   * Payload of {@link EventType#CONTEXT_PREPARED}.
   *
   * @param windowId window
   * @param attempt which making of the digest, from 1
   * @param language ISO 639-1 code, or {@code und}
   * @param stats counts of the assembly
   */
  public record ContextPrepared(
      String windowId, int attempt, String language, ContextStats stats) {}

  /**
   * Payload of {@link EventType#STAGE_STARTED}.
   *
   * @param windowId window
   * @param digestId digest
   * @param attempt which making of the digest, from 1
   * @param stage stage
   */
  public record StageStarted(String windowId, String digestId, int attempt, Stage stage) {}

  /**
   * Payload of {@link EventType#STAGE_COMPLETED}: the artifact without its content.
   *
   * @param windowId window
   * @param digestId digest
   * @param attempt which making of the digest, from 1
   * @param stage stage
   * @param outcome how it came about
   * @param modelId model, or the engine's name
   * @param promptId prompt, or null
   * @param promptVersion version of prompt or rules
   * @param schemaVersion version of the payload's schema
   * @param checksum SHA-256 of the payload in hex
   * @param boundaryIntegrity share of references that resolve, 0..1
   * @param attempts tries of the stage, from 1
   * @param promptTokens tokens sent
   * @param answerTokens tokens received
   * @param notes what a reader should know
   */
  public record StageCompleted(
      String windowId,
      String digestId,
      int attempt,
      Stage stage,
      StageOutcome outcome,
      String modelId,
      String promptId,
      String promptVersion,
      String schemaVersion,
      String checksum,
      double boundaryIntegrity,
      int attempts,
      int promptTokens,
      int answerTokens,
      List<String> notes) {}

  /**
   * Payload of {@link EventType#BLOCKED}.
   *
   * @param windowId window
   * @param digestId digest
   * @param attempt which making of the digest, from 1
   * @param status one of the blocked or skipped ones
   * @param statusReason details
   */
  public record Blocked(
      String windowId, String digestId, int attempt, DigestStatus status, String statusReason) {}

  /**
   * Payload of {@link EventType#READY_FOR_DELIVERY}.
   *
   * @param windowId window
   * @param digestId digest
   * @param attempt which making of the digest, from 1
   * @param language ISO 639-1 code
   * @param targets where it goes
   * @param htmlParts Telegram HTML in parts of at most 4096 UTF-16 units
   * @param text plain text
   * @param degradations in which way it is worse than it could be
   */
  public record ReadyForDelivery(
      String windowId,
      String digestId,
      int attempt,
      String language,
      List<DeliveryTarget> targets,
      List<String> htmlParts,
      String text,
      List<String> degradations) {}

  /**
   * Payload of {@link EventType#PERSISTED}: the digest's row in short.
   *
   * @param windowId window
   * @param digestId digest
   * @param attempt the attempt that is stored, from 1
   * @param status how it ended
   * @param statusReason details, empty when ready
   * @param windowHours nominal size in hours
   * @param windowStart first instant inside
   * @param windowEnd first instant after it
   * @param kind why the window exists
   * @param messageCount messages before deduplication
   * @param participantCount distinct senders
   * @param modelId the model that wrote it, or {@code none}
   * @param quality the judge's weakest score, or null
   * @param promptTokens tokens sent
   * @param answerTokens tokens received
   */
  public record Persisted(
      String windowId,
      String digestId,
      int attempt,
      DigestStatus status,
      String statusReason,
      int windowHours,
      Instant windowStart,
      Instant windowEnd,
      WindowKind kind,
      int messageCount,
      int participantCount,
      String modelId,
      Double quality,
      long promptTokens,
      long answerTokens) {}

  /**
   * Payload of {@link EventType#DELIVERED}.
   *
   * @param windowId window
   * @param digestId digest
   * @param attempt which making of the digest went out, from 1
   * @param channel channel
   * @param address address
   * @param parts parts sent
   * @param receipts what the channel answered, a part each
   */
  public record Delivered(
      String windowId,
      String digestId,
      int attempt,
      String channel,
      String address,
      int parts,
      List<String> receipts) {}
}
