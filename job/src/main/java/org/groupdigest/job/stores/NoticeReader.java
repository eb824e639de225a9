package org.groupdigest.job.stores;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Stream;
import org.groupdigest.job.model.ErrorCode;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.events.EventType;

/** Reads which digest an event speaks of; everything else in the event may be out of date. */
final class NoticeReader {

  private static final Set<String> TYPES =
      Set.of(EventType.PERSISTED.wireName(), EventType.REMOVED.wireName());

  private NoticeReader() {}

  /** What a record says. */
  sealed interface Read {

    /**
     * A digest of a group.
     *
     * @param notice which
     */
    record Known(DigestNotice notice) implements Read {}

    /**
     * Nothing that this version understands.
     *
     * @param code why not
     */
    record Unreadable(ErrorCode code) implements Read {}
  }

  /**
   * Reads a record.
   *
   * @param value bytes of an event, or null for a tombstone
   */
  static Read read(byte[] value) {
    if (value == null) {
      return new Read.Unreadable(ErrorCode.NOT_JSON);
    }
    try {
      return read(Json.mapper().readTree(value));
    } catch (IOException e) {
      return new Read.Unreadable(ErrorCode.NOT_JSON);
    }
  }

  private static Read read(JsonNode event) {
    if (!TYPES.contains(event.path("event_type").asText())) {
      return new Read.Unreadable(ErrorCode.UNKNOWN_EVENT_TYPE);
    }
    JsonNode payload = event.path("payload");
    DigestNotice notice =
        new DigestNotice(
            event.path("tenant_id").asText(),
            event.path("group_id").asText(),
            payload.path("digest_id").asText(),
            payload.path("window_id").asText());
    return isWhole(notice)
        ? new Read.Known(notice)
        : new Read.Unreadable(ErrorCode.SCHEMA_VIOLATION);
  }

  private static boolean isWhole(DigestNotice notice) {
    return Stream.of(notice.tenantId(), notice.groupId(), notice.digestId(), notice.windowId())
        .allMatch(NoticeReader::isId);
  }

  /** Stores tell no two halves of surrogate pairs apart: an id with one may be anybody's. */
  private static boolean isId(String id) {
    return !id.isEmpty()
        && id.codePoints()
            .noneMatch(p -> p >= Character.MIN_SURROGATE && p <= Character.MAX_SURROGATE);
  }
}
