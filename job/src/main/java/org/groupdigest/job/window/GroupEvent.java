package org.groupdigest.job.window;

import java.time.Instant;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.MessageEvent;

/**
 * What reaches a group's keyed state: exactly one of a message, a request, an erasure, or the mere
 * fact that a record was invalid. (Flink's serializers know no sealed types.)
 *
 * @param tenantId tenant, empty when an invalid record did not tell
 * @param groupId group, empty when an invalid record did not tell
 * @param receivedMillis broker time, epoch milliseconds
 * @param message a valid record of {@code group.message.ingested}, or null
 * @param request a valid {@code digest.generate.requested}, or null
 * @param erasure a sender to erase, from a valid {@code digest.erasure.requested}, or null
 */
public record GroupEvent(
    String tenantId,
    String groupId,
    long receivedMillis,
    MessageEvent message,
    DigestRequest request,
    Erasure erasure) {

  /** A valid message record. */
  public static GroupEvent of(MessageEvent event) {
    return new GroupEvent(
        event.tenantId(), event.groupId(), event.brokerTime().toEpochMilli(), event, null, null);
  }

  /** A valid request. */
  public static GroupEvent of(DigestRequest request, Instant brokerTime) {
    return new GroupEvent(
        request.tenantId(), request.groupId(), brokerTime.toEpochMilli(), null, request, null);
  }

  /** A valid request to erase a sender. */
  public static GroupEvent of(Erasure erasure, Instant brokerTime) {
    return new GroupEvent(
        erasure.tenantId(), erasure.groupId(), brokerTime.toEpochMilli(), null, null, erasure);
  }

  /** An invalid record, which only counts. */
  public static GroupEvent invalid(DeadLetter letter) {
    return new GroupEvent(
        letter.tenantId(), letter.groupId(), letter.firstSeenAt().toEpochMilli(), null, null, null);
  }

  boolean isInvalid() {
    return message == null && request == null && erasure == null;
  }
}
