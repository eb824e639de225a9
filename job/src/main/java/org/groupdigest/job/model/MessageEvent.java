package org.groupdigest.job.model;

import java.time.Instant;

/**
 * A valid, masked record of {@code group.message.ingested}.
 *
 * @param tenantId tenant
 * @param groupId group inside the tenant
 * @param op what it does
 * @param messageId message it is about
 * @param revision 0 for the original; a higher revision replaces a lower one
 * @param postedAt event time of the original, clamped to broker time + 5 min
 * @param brokerTime when the broker took the record
 * @param traceId trace, never null
 * @param group what is known of the group
 * @param filterReason why it is left out of windows, or null
 * @param message its content; null for a delete and for what is filtered
 * @param position where the record came from
 * @param repaired whether its entry of a file was damaged and was put right; null is no
 * @param inputEndsHere whether it is the last whole message of a file that is cut off; null is no
 */
public record MessageEvent(
    String tenantId,
    String groupId,
    MessageOp op,
    String messageId,
    int revision,
    Instant postedAt,
    Instant brokerTime,
    String traceId,
    GroupInfo group,
    String filterReason,
    Message message,
    SourcePosition position,
    Boolean repaired,
    Boolean inputEndsHere) {

  /** An event whose record was sound. */
  public MessageEvent(
      String tenantId,
      String groupId,
      MessageOp op,
      String messageId,
      int revision,
      Instant postedAt,
      Instant brokerTime,
      String traceId,
      GroupInfo group,
      String filterReason,
      Message message,
      SourcePosition position) {
    this(
        tenantId,
        groupId,
        op,
        messageId,
        revision,
        postedAt,
        brokerTime,
        traceId,
        group,
        filterReason,
        message,
        position,
        null,
        null);
  }

  /** The same event with other content. */
  public MessageEvent with(Message content) {
    return new MessageEvent(
        tenantId,
        groupId,
        op,
        messageId,
        revision,
        postedAt,
        brokerTime,
        traceId,
        group,
        filterReason,
        content,
        position,
        repaired,
        inputEndsHere);
  }
}
