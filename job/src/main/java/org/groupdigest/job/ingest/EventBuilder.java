package org.groupdigest.job.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.groupdigest.job.model.DeterministicIds;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.model.MessageOp;
import org.groupdigest.job.model.SourcePosition;

/** Makes the typed, masked event out of a record that follows the schema. */
final class EventBuilder {

  /** How far event time may run ahead of the broker's. */
  static final Duration MAX_AHEAD = Duration.ofMinutes(5);

  private final TextMasker masker;

  EventBuilder(TextMasker masker) {
    this.masker = masker;
  }

  /** The event of a valid record. */
  MessageEvent build(JsonNode record, SourcePosition position, Instant brokerTime) {
    JsonNode payload = record.get("payload");
    String tenantId = record.get("tenant_id").textValue();
    MaskedFields fields = new MaskedFields(payload, tenantId, masker);
    Instant postedAt = eventTime(record, payload, brokerTime);
    boolean delete = "delete".equals(payload.path("op").textValue());
    Message message = delete ? null : new MessageBuilder(fields, postedAt).build();
    String filterReason = delete ? null : filterReason(payload, message);
    return new MessageEvent(
        tenantId,
        record.get("group_id").textValue(),
        delete ? MessageOp.DELETE : MessageOp.UPSERT,
        payload.get("message_id").textValue(),
        payload.path("revision").intValue(),
        postedAt,
        brokerTime,
        traceId(record, payload),
        groupInfo(record, fields),
        filterReason,
        filterReason == null ? message : null,
        position,
        flag(payload, "repaired"),
        flag(payload, "input_ends_here"));
  }

  /** True, or null: what is not said takes no room in the state. */
  private static Boolean flag(JsonNode payload, String field) {
    return payload.path(field).booleanValue() ? Boolean.TRUE : null;
  }

  private static Instant eventTime(JsonNode record, JsonNode payload, Instant brokerTime) {
    JsonNode postedAt = payload.path("posted_at");
    Instant time =
        UtcTime.parse((postedAt.isTextual() ? postedAt : record.get("occurred_at")).textValue());
    Instant latest = brokerTime.plus(MAX_AHEAD);
    return time.isAfter(latest) ? latest : time;
  }

  private static String filterReason(JsonNode payload, Message message) {
    if (payload.path("is_service").booleanValue()) {
      return FilterReason.SERVICE;
    }
    return CleanText.isInvisible(message.readableText()) ? FilterReason.NO_TEXT : null;
  }

  private static String traceId(JsonNode record, JsonNode payload) {
    String given = record.path("trace_id").textValue();
    return given != null
        ? given
        : DeterministicIds.of(
            "trace",
            record.get("tenant_id").textValue(),
            record.get("group_id").textValue(),
            payload.get("message_id").textValue(),
            payload.path("revision").intValue());
  }

  private static GroupInfo groupInfo(JsonNode record, MaskedFields fields) {
    return new GroupInfo(
        fields.name("group_title"),
        fields.name("group_username"),
        record.get("source").textValue());
  }
}
