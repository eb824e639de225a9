package org.groupdigest.job.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Message;

/** Reads the flat JSON Lines that the tests of the commands write. */
final class FlatMessageReader implements MessageFileReader {

  private final ObjectMapper mapper = new ObjectMapper();

  @Override
  public Map<GroupKey, List<Message>> read(Path file) throws IOException {
    Map<GroupKey, List<Message>> groups = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = mapper.readTree(line);
      GroupKey group = new GroupKey(text(node, "tenant_id"), text(node, "group_id"));
      groups.computeIfAbsent(group, k -> new ArrayList<>()).add(message(node));
    }
    return groups;
  }

  private static Message message(JsonNode node) {
    return new Message(
        text(node, "message_id"),
        0,
        Instant.parse(text(node, "posted_at")),
        text(node, "sender_id"),
        text(node, "sender_username"),
        null,
        false,
        text(node, "text"),
        text(node, "reply_to_message_id"),
        null,
        null,
        Map.of(),
        node.path("reaction_count").asInt(),
        List.of());
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).isValueNode() && !node.path(field).isNull()
        ? node.path(field).asText()
        : null;
  }
}
