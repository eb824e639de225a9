package org.groupdigest.job.ingest.file.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.MediaKind;

/** Attachments of an exported message, as items of the event's {@code media} list. */
final class TelegramMedia {

  private static final long MAX_SAFE_INTEGER = (1L << 53) - 1;

  private final JsonNode entry;
  private final ArrayNode items = Json.mapper().createArrayNode();

  private TelegramMedia(JsonNode entry) {
    this.entry = entry;
  }

  /** The attachments; empty when there are none. */
  static ArrayNode of(JsonNode entry) {
    TelegramMedia media = new TelegramMedia(entry);
    media.photo();
    media.file();
    media.card("contact_information", "first_name", "last_name", "phone_number");
    media.card("invoice_information", "title", "description");
    media.described("place_name", "address");
    media.described("game_title", "game_description");
    media.unreadable();
    return media.items;
  }

  private void photo() {
    if (entry.hasNonNull("photo")) {
      ObjectNode item = item(MediaKind.IMAGE);
      size(item, "photo_file_size");
      uri(item, "photo");
    }
  }

  private void file() {
    if (!entry.hasNonNull("file") && !entry.hasNonNull("media_type")) {
      return;
    }
    ObjectNode item = item(kind());
    size(item, "file_size");
    uri(item, "file");
    if (entry.path("mime_type").isTextual()) {
      item.set("mime_type", entry.get("mime_type"));
    }
    ArrayNode labels = item.putArray("labels");
    Stream.of("file_name", "sticker_emoji")
        .map(field -> entry.path(field).asText(""))
        .filter(label -> !label.isEmpty())
        .forEach(labels::add);
    String description = joined(entry, " - ", "performer", "title");
    if (!description.isEmpty()) {
      item.put("description", description);
    }
  }

  private MediaKind kind() {
    return switch (entry.path("media_type").asText("")) {
      case "sticker" -> MediaKind.STICKER;
      case "video_message", "video_file", "animation" -> MediaKind.VIDEO;
      case "voice_message", "audio_file" -> MediaKind.AUDIO;
      default -> kindOfMime(entry.path("mime_type").asText("").toLowerCase(Locale.ROOT));
    };
  }

  private static MediaKind kindOfMime(String mimeType) {
    if (mimeType.startsWith("image/")) {
      return MediaKind.IMAGE;
    }
    if (mimeType.startsWith("video/")) {
      return MediaKind.VIDEO;
    }
    return mimeType.startsWith("audio/") ? MediaKind.AUDIO : MediaKind.DOCUMENT;
  }

  /** Something without a file that says what it is, in an object of its own. */
  private void card(String field, String... parts) {
    describe(joined(entry.path(field), " ", parts));
  }

  /** Something without a file that says what it is, in fields of the message. */
  private void described(String... parts) {
    describe(joined(entry, ", ", parts));
  }

  private void describe(String description) {
    if (!description.isEmpty()) {
      item(MediaKind.OTHER).put("description", description);
    }
  }

  /** Kinds that hold nothing to read; without an item the message would look merely empty. */
  private void unreadable() {
    boolean something =
        entry.hasNonNull("location_information")
            || entry.hasNonNull("giveaway_information")
            || entry.hasNonNull("giveaway_results")
            || "unsupported".equals(entry.path("type").asText());
    if (items.isEmpty() && something) {
      item(MediaKind.OTHER);
    }
  }

  private ObjectNode item(MediaKind kind) {
    return items.addObject().put("kind", kind.wireName());
  }

  private void size(ObjectNode item, String field) {
    long bytes = entry.path(field).asLong(0);
    item.put("size_bytes", Math.max(0, Math.min(bytes, MAX_SAFE_INTEGER)));
  }

  /** The path inside the export; a file that was not exported has a remark in parentheses. */
  private void uri(ObjectNode item, String field) {
    String path = entry.path(field).asText("");
    if (!path.isEmpty() && !path.startsWith("(")) {
      item.put("uri", path);
    }
  }

  private static String joined(JsonNode object, String separator, String... fields) {
    return Stream.of(fields)
        .map(field -> object.path(field).asText(""))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(separator));
  }
}
