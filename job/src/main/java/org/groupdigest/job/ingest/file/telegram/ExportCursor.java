package org.groupdigest.job.ingest.file.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.json.JsonPart;
import org.groupdigest.job.ingest.file.json.JsonParts;
import org.groupdigest.job.ingest.file.json.JsonShape;
import org.groupdigest.job.ingest.file.record.TextFile;

/**
 * Walks through an export without holding more than one entry: from entry to entry, whether they
 * are in the {@code messages} of the root or of the chats of an account, left ones too.
 */
final class ExportCursor implements Closeable {

  private static final JsonShape SHAPE =
      JsonShape.entriesAt("messages", "chats.list[].messages", "left_chats.list[].messages")
          .startingWith("id", "type", "date");

  private final TextFile text;
  private final JsonParts parts;
  private ChatHeader begun = new ChatHeader();
  private ChatHeader header = begun;
  private int chats;

  ExportCursor(SourceFile file) throws IOException {
    this.text = TextFile.open(file.open());
    this.parts = new JsonParts(text.utf8(), SHAPE);
  }

  /** The next entry of the file, or null at its end. */
  JsonPart nextEntry() throws IOException {
    for (JsonPart part = parts.next(); part != null; part = parts.next()) {
      if (part.kind() == JsonPart.Kind.ENTRY) {
        return part;
      }
      note(part);
    }
    return null;
  }

  /** What stood before the messages of the chat of the last entry. */
  ChatHeader header() {
    return header;
  }

  /** How many chats have begun: those that have messages, be they none. */
  int chats() {
    return chats;
  }

  /** Where the file ends although something is open, known after the last entry. */
  OptionalLong cutAt() {
    return parts.cutAt();
  }

  /** How many bytes of the file were read so far. */
  long bytesRead() {
    return text.bytesRead().getAsLong();
  }

  /** Things to tell about the encoding of the file. */
  List<String> remarks() {
    return text.remarks();
  }

  /**
   * The headers of all chats of a file, each read to its end: some writers put a chat's name behind
   * its messages.
   */
  static List<ChatHeader> headers(SourceFile file) throws IOException {
    List<ChatHeader> headers = new ArrayList<>();
    try (ExportCursor cursor = new ExportCursor(file)) {
      cursor.parts.skimEntries();
      for (JsonPart part = cursor.parts.next(); part != null; part = cursor.parts.next()) {
        cursor.note(part);
        if (part.kind() == JsonPart.Kind.ENTRIES) {
          headers.add(cursor.header);
        }
      }
    }
    return headers;
  }

  private void note(JsonPart part) {
    switch (part.kind()) {
      case OBJECT -> begun = new ChatHeader();
      case VALUE -> begun.put(part.name(), text(part.value()));
      case ENTRIES -> {
        // After a lost end of a chat there may be no start of the next one.
        header = begun == header && chats > 0 ? new ChatHeader() : begun;
        begun = header;
        chats++;
      }
      case ENTRY -> {}
    }
  }

  private static String text(JsonNode value) {
    return value == null || value.isNull() ? null : value.asText();
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
