package org.groupdigest.job.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.context.ContextService;
import org.groupdigest.job.context.WindowInput;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.pipeline.Contexts;

/** The windows of the sample chat that comes with the product, a UTC day of a group each. */
public final class SampleWindows {

  private SampleWindows() {}

  /** The windows, Russian and English ones, in the order of the file. */
  public static List<WindowContext> all() {
    Map<String, List<JsonNode>> days = new LinkedHashMap<>();
    for (JsonNode line : lines()) {
      if (!line.path("op").asText().equals("delete")) {
        String day = line.get("posted_at").asText().substring(0, 10);
        days.computeIfAbsent(line.get("group_id").asText() + day, key -> new ArrayList<>())
            .add(line);
      }
    }
    ContextService contexts = Contexts.service(ContextSettings.defaults());
    return days.values().stream().map(day -> contexts.assemble(input(day))).toList();
  }

  private static List<JsonNode> lines() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(SampleWindows.class.getResourceAsStream("/demo/chat.jsonl")),
                StandardCharsets.UTF_8))) {
      return in.lines().map(line -> Json.read(line, JsonNode.class)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static WindowInput input(List<JsonNode> day) {
    JsonNode first = day.get(0);
    Instant start = Instant.parse(first.get("posted_at").asText()).truncatedTo(ChronoUnit.DAYS);
    String group = first.get("group_id").asText();
    return new WindowInput(
        new WindowRef(
            "w-" + group + start,
            first.get("tenant_id").asText(),
            group,
            24,
            start,
            start.plus(1, ChronoUnit.DAYS),
            WindowKind.SCHEDULED,
            ZoneOffset.UTC.getId()),
        new GroupInfo(first.path("group_title").asText(), null, "telegram"),
        "trace",
        messages(day),
        List.of());
  }

  /** Every message once, in its latest revision. */
  private static List<Message> messages(List<JsonNode> day) {
    Map<String, Message> messages = new LinkedHashMap<>();
    day.forEach(line -> messages.put(line.get("message_id").asText(), message(line)));
    return messages.values().stream().filter(one -> !one.text().isBlank()).toList();
  }

  private static Message message(JsonNode line) {
    Map<String, Integer> reactions = new HashMap<>();
    line.path("reactions")
        .properties()
        .forEach(r -> reactions.put(r.getKey(), r.getValue().asInt()));
    return new Message(
        line.get("message_id").asText(),
        line.path("revision").asInt(),
        Instant.parse(line.get("posted_at").asText()),
        line.get("sender_id").asText(),
        text(line, "sender_username"),
        text(line, "sender_name"),
        line.path("is_bot").asBoolean(),
        line.path("text").asText(),
        text(line, "reply_to_message_id"),
        null,
        null,
        reactions,
        reactions.values().stream().mapToInt(Integer::intValue).sum(),
        List.of());
  }

  private static String text(JsonNode line, String field) {
    return line.path(field).isTextual() ? line.get(field).asText() : null;
  }
}
