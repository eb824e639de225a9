package org.groupdigest.job.ingest.file.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.ingest.file.Damage;
import org.groupdigest.job.model.Json;

/** A made-up file of entries in one of the usual layouts, and where each entry stands in it. */
record EntryList(String json, List<String> texts) {

  static final JsonShape SHAPE =
      JsonShape.entriesAt("messages", "chats.list[].messages").startingWith("id", "type", "date");

  /** Layout of a file. */
  enum Layout {
    PRINTED,
    COMPACT,
    PRINTED_CHATS,
    COMPACT_CHATS;

    boolean compact() {
      return this == COMPACT || this == COMPACT_CHATS;
    }

    boolean chats() {
      return this == PRINTED_CHATS || this == COMPACT_CHATS;
    }
  }

  static EntryList of(Layout layout) {
    List<String> texts = new ArrayList<>();
    ObjectNode root = Json.mapper().createObjectNode();
    if (layout.chats()) {
      root.put("about", "A made-up account.").putObject("contacts").putArray("list").addObject();
      ArrayNode list = root.putObject("chats").put("about", "Chats").putArray("list");
      for (int i = 1; i <= 3; i++) {
        chat(list.addObject(), i, texts);
      }
    } else {
      chat(root, 1, texts);
    }
    return new EntryList(layout.compact() ? root.toString() : printed(root), texts);
  }

  byte[] bytes() {
    return json.getBytes(StandardCharsets.UTF_8);
  }

  /** Texts of the entries that a damage does not touch. */
  List<String> untouchedBy(Damage damage) {
    List<String> untouched = new ArrayList<>();
    for (String text : texts) {
      int mark = json.indexOf("\"" + text.substring(0, text.indexOf(' ') + 1));
      int from = bytesBefore(json.lastIndexOf('{', json.lastIndexOf("\"id\"", mark)));
      int to = bytesBefore(json.indexOf('}', json.indexOf("\"end\"", mark)) + 1);
      if (damage.to() <= from || damage.from() >= to) {
        untouched.add(text);
      }
    }
    return untouched;
  }

  private int bytesBefore(int character) {
    return json.substring(0, character).getBytes(StandardCharsets.UTF_8).length;
  }

  private static void chat(ObjectNode chat, int number, List<String> texts) {
    chat.put("name", "Chat {№" + number + "}")
        .put("type", "private_supergroup")
        .put("id", 7000 + number);
    ArrayNode messages = chat.putArray("messages");
    for (int i = 1; i <= 8; i++) {
      String text = "c" + number + "m" + i + " привет [yes], {no}: \"quoted\" \\ and a smile 🙂";
      texts.add(text);
      ObjectNode entry = messages.addObject();
      entry.put("id", i).put("type", "message").put("date", "2026-01-0" + i + "T10:00:00");
      entry.put("text", text);
      entry.putArray("text_entities").addObject().put("type", "plain").put("text", "смысл");
      entry.putArray("reactions").addObject().put("count", 2).put("emoji", "👍");
      entry.put("end", 1);
    }
  }

  private static String printed(ObjectNode root) {
    DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
    DefaultIndenter indenter = new DefaultIndenter(" ", "\n");
    printer.indentArraysWith(indenter);
    printer.indentObjectsWith(indenter);
    try {
      return Json.mapper().writer(printer).writeValueAsString(root);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
