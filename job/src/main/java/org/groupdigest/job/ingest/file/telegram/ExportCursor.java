package org.groupdigest.job.ingest.file.telegram;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.Json;

/**
 * Walks through an export without holding more than one entry: from chat to chat ({@code messages}
 * of the root, or of each element of {@code chats.list}) and from entry to entry inside one.
 */
final class ExportCursor implements Closeable {

  private final JsonParser parser;
  private ChatHeader header = new ChatHeader();

  ExportCursor(Path file) throws IOException {
    this.parser = Json.mapper().createParser(file.toFile());
  }

  /** Goes to the first entry of the next chat; false at the end of the file. */
  boolean nextChat() throws IOException {
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.START_OBJECT && parser.getParsingContext().getParent().inArray()) {
        header = new ChatHeader();
      } else if (token == JsonToken.FIELD_NAME && entersMessages(parser.currentName())) {
        return true;
      }
    }
    return false;
  }

  /** What stood before the current chat's messages. */
  ChatHeader header() {
    return header;
  }

  /** The next entry of the current chat, or null after its last. */
  JsonNode nextEntry() throws IOException {
    return parser.nextToken() == JsonToken.END_ARRAY ? null : parser.readValueAsTree();
  }

  /**
   * The headers of all chats of a file, each read to its end: some writers put a chat's name behind
   * its messages. Of a file that is damaged, those before the damage.
   */
  static List<ChatHeader> headers(Path file) throws IOException {
    List<ChatHeader> headers = new ArrayList<>();
    try (ExportCursor cursor = new ExportCursor(file)) {
      while (cursor.nextChat()) {
        headers.add(cursor.header);
        cursor.finishChat();
      }
    } catch (JsonProcessingException e) {
      return headers;
    }
    return headers;
  }

  private void finishChat() throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      parser.skipChildren();
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      keep(field, parser.nextToken());
    }
  }

  private boolean entersMessages(String field) throws IOException {
    JsonToken value = parser.nextToken();
    if (value == JsonToken.START_ARRAY && field.equals("messages")) {
      return true;
    }
    boolean descends =
        (value == JsonToken.START_OBJECT && field.equals("chats"))
            || (value == JsonToken.START_ARRAY && field.equals("list"));
    if (!descends) {
      keep(field, value);
    }
    return false;
  }

  private void keep(String field, JsonToken value) throws IOException {
    if (value.isScalarValue()) {
      header.put(field, value == JsonToken.VALUE_NULL ? null : parser.getText());
    }
    parser.skipChildren();
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
