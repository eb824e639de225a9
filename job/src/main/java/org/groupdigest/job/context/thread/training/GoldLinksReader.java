package org.groupdigest.job.context.thread.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;

/**
 * Reads development sets in JSON Lines: {@code NAME.jsonl} with messages, {@code
 * NAME.gold-links.jsonl} with their parents and, for some, {@code NAME.given-replies.jsonl} with a
 * part of the parents that is given as reply links. Message ids are numbers whose ten-thousands
 * count the annotated stretches.
 */
final class GoldLinksReader {

  private static final long STRETCH = 10_000;

  private final Path folder;

  GoldLinksReader(Path folder) {
    this.folder = folder;
  }

  /** The stretches of a set; with {@code replies}, its given reply links are filled in. */
  List<AnnotatedLog> read(String set, boolean replies) throws IOException {
    Map<String, String> given = replies ? given(set) : Map.of();
    Map<String, AnnotatedLog> logs = new LinkedHashMap<>();
    for (JsonNode line : lines(set + ".jsonl")) {
      String id = line.path("message_id").asText();
      Message message =
          Messages.plain(
              id,
              Instant.parse(line.path("posted_at").asText()),
              line.path("sender_username").asText(),
              line.path("text").asText());
      log(logs, line).messages().add(Messages.answering(message, given.get(id)));
    }
    for (JsonNode line : lines(set + ".gold-links.jsonl")) {
      Set<String> parents = new LinkedHashSet<>();
      line.path("parents").forEach(parent -> parents.add(parent.asText()));
      String id = line.path("message_id").asText();
      log(logs, line).parents().put(id, parents.isEmpty() ? Set.of(id) : parents);
    }
    return List.copyOf(logs.values());
  }

  /** Names of the logs that a set was taken from. */
  Set<String> sources(String set) throws IOException {
    Set<String> sources = new LinkedHashSet<>();
    for (JsonNode line : lines(set + ".gold-links.jsonl")) {
      sources.add(line.path("file").asText());
    }
    return sources;
  }

  private Map<String, String> given(String set) throws IOException {
    Map<String, String> given = new LinkedHashMap<>();
    for (JsonNode line : lines(set + ".given-replies.jsonl")) {
      given.put(line.path("message_id").asText(), line.path("reply_to_message_id").asText());
    }
    return given;
  }

  private static AnnotatedLog log(Map<String, AnnotatedLog> logs, JsonNode line) {
    // Sets of one group do not repeat its name in the links.
    String group = line.path("group_id").asText(logs.isEmpty() ? "" : firstGroup(logs));
    String name = group + "#" + line.path("message_id").asLong() / STRETCH;
    return logs.computeIfAbsent(
        name, n -> new AnnotatedLog(n, new ArrayList<>(), new LinkedHashMap<>()));
  }

  private static String firstGroup(Map<String, AnnotatedLog> logs) {
    String name = logs.keySet().iterator().next();
    return name.substring(0, name.lastIndexOf('#'));
  }

  private List<JsonNode> lines(String file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve(file))) {
      lines.add(Json.mapper().readTree(line));
    }
    return lines;
  }
}
