package org.groupdigest.job.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;

/** Just enough of a reader for tests of commands: flat JSON Lines that are whole. */
final class FlatJsonLines implements MessageFileReader {

  @Override
  public Map<GroupKey, List<Message>> read(Path file) throws IOException {
    Map<GroupKey, List<Message>> groups = new LinkedHashMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = Json.mapper().readTree(line);
      GroupKey key = new GroupKey(node.path("tenant_id").asText(), node.path("group_id").asText());
      groups.computeIfAbsent(key, k -> new ArrayList<>()).add(message(node));
    }
    return groups;
  }

  private static Message message(JsonNode node) {
    return new Message(
        node.path("message_id").asText(),
        0,
        Instant.parse(node.path("posted_at").asText()),
        node.path("sender_id").asText(),
        node.path("sender_username").asText(null),
        node.path("sender_name").asText(null),
        false,
        node.path("text").asText(),
        node.path("reply_to_message_id").asText(null),
        node.path("topic_id").asText(null),
        null,
        Map.of(),
        0,
        List.of());
  }
}
