package org.groupdigest.job.ingest.file.telegram;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What an export tells about a chat: {@code id}, {@code name} and {@code type}. */
final class ChatHeader {

  /** Source of chats whose messages have links of the form {@code t.me/c/<id>/<message>}. */
  static final String LINKABLE = "telegram";

  /** Source of all other chats: there is no link to a message of theirs. */
  static final String NOT_LINKABLE = "telegram_chat";

  private static final Set<String> FIELDS = Set.of("id", "name", "type");
  private static final Set<String> LINKABLE_TYPES =
      Set.of("private_supergroup", "public_supergroup", "private_channel", "public_channel");

  /** Fields that were there; a deleted account's chat has a null name. */
  private final Map<String, String> fields = new HashMap<>();

  /** Notes a field; others than the three are ignored, and what comes a second time. */
  void put(String field, String value) {
    if (FIELDS.contains(field) && !fields.containsKey(field)) {
      fields.put(field, value);
    }
  }

  /** Whether all three fields were there. */
  boolean isComplete() {
    return fields.size() == FIELDS.size();
  }

  /** Bare id as text, or null. */
  String id() {
    return fields.get("id");
  }

  /** Title or the other person's name, or null. */
  String name() {
    return fields.get("name");
  }

  /** Where the messages come from, which decides whether they can be linked. */
  String source() {
    String type = fields.get("type");
    return type != null && LINKABLE_TYPES.contains(type) ? LINKABLE : NOT_LINKABLE;
  }
}
