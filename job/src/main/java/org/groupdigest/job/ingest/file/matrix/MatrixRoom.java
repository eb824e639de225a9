package org.groupdigest.job.ingest.file.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.export.Nodes;
import org.groupdigest.job.ingest.file.json.JsonPart;
import org.groupdigest.job.ingest.file.json.JsonParts;
import org.groupdigest.job.ingest.file.json.JsonShape;

/**
 * Facts that the events of a room tell about other events and about people: collected before the
 * first message is told, since a reaction comes after what it is to.
 */
final class MatrixRoom {

  /** Edits and redactions follow soon on their messages. */
  private static final int MAX_REMEMBERED = 200_000;

  static final JsonShape SHAPE = JsonShape.entriesAt("messages", "chunk", "events", "");

  private final Map<String, Map<String, Integer>> reactions = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Original> originals =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Original> eldest) {
          return size() > MAX_REMEMBERED;
        }
      };
  private String roomId;
  private String roomName;
  private boolean events;

  /** What an edit does not repeat of the message that it changes. */
  record Original(Instant postedAt, String replyTo, String sender) {}

  static MatrixRoom of(SourceFile file) throws IOException {
    MatrixRoom room = new MatrixRoom();
    try (JsonParts parts = new JsonParts(file.open(), SHAPE)) {
      for (JsonPart part = parts.next(); part != null; part = parts.next()) {
        room.take(part);
      }
    }
    return room;
  }

  private void take(JsonPart part) {
    events |= part.kind() == JsonPart.Kind.ENTRIES;
    if (part.value() == null) {
      return;
    }
    if (part.kind() == JsonPart.Kind.ENTRY) {
      takeEvent(part.value());
    } else if (part.path().equals("room_name")) {
      roomName = part.value().textValue();
    }
  }

  private void takeEvent(JsonNode event) {
    if (roomId == null) {
      roomId = Nodes.text(event, "room_id");
    }
    JsonNode content = event.path("content");
    switch (event.path("type").asText("")) {
      case "m.reaction" -> {
        JsonNode relation = content.path("m.relates_to");
        String target = Nodes.text(relation, "event_id");
        String key = Nodes.text(relation, "key");
        if (target != null && key != null && !MatrixEvent.isRedacted(event)) {
          reactions.computeIfAbsent(target, t -> new LinkedHashMap<>()).merge(key, 1, Integer::sum);
        }
      }
      case "m.room.member" -> {
        String name = Nodes.text(content, "displayname");
        String who = Nodes.firstText(event, "state_key", "sender");
        if (name != null && who != null) {
          names.put(who, name);
        }
      }
      default -> {}
    }
  }

  boolean hasEvents() {
    return events;
  }

  String id() {
    return roomId;
  }

  String name() {
    return roomName;
  }

  /** Display name of a user, or their id's first part. */
  String nameOf(String userId) {
    int server = userId.indexOf(':');
    String local = userId.substring(userId.startsWith("@") ? 1 : 0, Math.max(1, server));
    return names.getOrDefault(userId, server < 0 ? userId : local);
  }

  Map<String, Integer> reactionsTo(String eventId) {
    return reactions.getOrDefault(eventId, Map.of());
  }

  void remember(String eventId, Original original) {
    originals.put(eventId, original);
  }

  /** The message that an edit or redaction is about, or null. */
  Original original(String eventId) {
    return eventId == null ? null : originals.get(eventId);
  }
}
