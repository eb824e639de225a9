package org.groupdigest.job.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.context.ContextService;
import org.groupdigest.job.context.WindowInput;
import org.groupdigest.job.demo.SampleChat;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.MediaKind;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.pipeline.Contexts;

/** Windows of the bundled sample chat. */
public final class SampleWindows {

  private static final String RUSSIAN = "1000000421";
  private static final String ENGLISH = "1000000733";
  private static final ContextService CONTEXTS = Contexts.service(ContextSettings.defaults());

  private SampleWindows() {}

  /** The first messages of the Russian group. */
  public static WindowContext russian(int messages) {
    return window(RUSSIAN, messages);
  }

  /** The first messages of the English group. */
  public static WindowContext english(int messages) {
    return window(ENGLISH, messages);
  }

  private static WindowContext window(String group, int count) {
    List<Message> messages = messages(group);
    List<Message> first = messages.subList(0, Math.min(count, messages.size()));
    Instant start = Instant.parse("2025-11-09T21:00:00Z");
    WindowRef window =
        new WindowRef(
            "w-" + group + "-" + count,
            SampleChat.TENANT,
            group,
            24,
            start,
            start.plus(Duration.ofDays(1)),
            WindowKind.SCHEDULED,
            SampleChat.TIME_ZONE);
    return CONTEXTS.assemble(
        new WindowInput(window, new GroupInfo(null, null, "test"), "trace", first, List.of()));
  }

  private static List<Message> messages(String group) {
    List<Message> messages = new ArrayList<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                SampleWindows.class.getResourceAsStream("/demo/chat.jsonl"),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode node = Json.read(line, JsonNode.class);
        if (node.path("group_id").asText().equals(group)
            && !node.path("is_service").asBoolean()
            && !node.path("op").asText().equals("delete")) {
          messages.add(message(node));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return messages;
  }

  private static Message message(JsonNode node) {
    List<MediaItem> media = new ArrayList<>();
    for (JsonNode item : node.path("media")) {
      media.add(
          new MediaItem(
              MediaKind.of(item.path("kind").asText()),
              null,
              null,
              0,
              item.path("description").asText(null),
              item.path("ocr_text").asText(null),
              item.path("transcript").asText(null),
              List.of(),
              null));
    }
    return new Message(
        node.path("message_id").asText(),
        node.path("revision").asInt(),
        Instant.parse(node.path("posted_at").asText()),
        node.path("sender_id").asText(),
        node.path("sender_username").asText(null),
        node.path("sender_name").asText(null),
        node.path("is_bot").asBoolean(),
        node.path("text").isTextual() ? node.path("text").asText() : "",
        node.path("reply_to_message_id").asText(null),
        null,
        null,
        Map.of(),
        0,
        media);
  }
}
