package org.groupdigest.job.stores.context;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.model.events.EventType;
import org.groupdigest.job.model.events.Payloads;

/**
 * Reads what the context storage is told of out of the product's own events: {@code
 * group.window.ready}, {@code group.message.erased} and {@code digest.removed}.
 */
public final class ContextEventReader {

  private ContextEventReader() {}

  /**
   * Reads one record.
   *
   * @param value bytes of the record, or null
   * @param recorded when the broker took it: a sender is erased up to this time or that of the
   *     event, whichever is later, so that nothing that was written before the erasure was carried
   *     out comes back
   * @return empty when it is none of these events, or of a form that is not known
   */
  public static Optional<ContextEvent> read(byte[] value, Instant recorded) {
    if (value == null) {
      return Optional.empty();
    }
    try {
      JsonNode event = Json.mapper().readTree(value);
      return Optional.ofNullable(read(event, recorded));
    } catch (IOException | IllegalArgumentException | DateTimeParseException unknown) {
      return Optional.empty();
    }
  }

  private static ContextEvent read(JsonNode event, Instant recorded)
      throws JsonProcessingException {
    String type = event.path("event_type").asText();
    JsonNode payload = event.path("payload");
    GroupKey group =
        new GroupKey(event.path("tenant_id").asText(""), event.path("group_id").asText(""));
    if (group.tenantId().isEmpty() || group.groupId().isEmpty() || !payload.isObject()) {
      return null;
    }
    if (type.equals(EventType.WINDOW_READY.wireName())) {
      return closed(group, Json.mapper().treeToValue(payload, WindowContext.class));
    }
    if (type.equals(EventType.MESSAGES_ERASED.wireName())) {
      Instant at = Instant.parse(event.path("occurred_at").asText());
      return erased(
          group,
          Json.mapper().treeToValue(payload, Payloads.Erased.class),
          at.isAfter(recorded) ? at : recorded);
    }
    return type.equals(EventType.REMOVED.wireName())
        ? removed(group, Json.mapper().treeToValue(payload, Payloads.Removed.class))
        : null;
  }

  /** The envelope and the window name the same group, or neither is believed. */
  private static ContextEvent closed(GroupKey group, WindowContext context) {
    WindowRef window = context.window();
    boolean whole =
        window != null
            && window.windowId() != null
            && window.end() != null
            && group.equals(window.groupKey())
            && context.messages() != null;
    return whole ? ContextEvent.closed(group, context) : null;
  }

  private static ContextEvent erased(GroupKey group, Payloads.Erased payload, Instant until) {
    List<String> ids =
        payload.messageIds() == null
            ? List.of()
            : payload.messageIds().stream().filter(Objects::nonNull).toList();
    boolean nothing = ids.isEmpty() && payload.senderId() == null;
    return nothing
        ? null
        : ContextEvent.erased(group, ids, payload.senderId(), until.toEpochMilli());
  }

  private static ContextEvent removed(GroupKey group, Payloads.Removed payload) {
    return payload.windowId() == null ? null : ContextEvent.removed(group, payload.windowId());
  }
}
