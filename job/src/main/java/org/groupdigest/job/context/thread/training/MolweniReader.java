package org.groupdigest.job.context.thread.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Message;

/**
 * Reads dialogues of the Molweni corpus (Li et al. 2020): {@code edus} with speaker and text,
 * {@code relations} that say which utterance answers which. There are no times: utterances are put
 * {@value #SECONDS_APART} seconds apart.
 */
public final class MolweniReader {

  private static final long SECONDS_APART = 20;

  private MolweniReader() {}

  /** Reads a gzip-compressed JSON list of dialogues. */
  public static List<AnnotatedLog> read(Path file) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      List<AnnotatedLog> logs = new ArrayList<>();
      for (JsonNode dialogue : Json.mapper().readTree(in)) {
        logs.add(dialogue(dialogue));
      }
      return logs;
    }
  }

  private static AnnotatedLog dialogue(JsonNode dialogue) {
    List<Message> messages = new ArrayList<>();
    Map<String, Set<String>> parents = new LinkedHashMap<>();
    for (JsonNode utterance : dialogue.path("edus")) {
      String id = Integer.toString(messages.size());
      Instant at = Instant.EPOCH.plusSeconds(SECONDS_APART * messages.size());
      messages.add(
          Messages.plain(
              id, at, utterance.path("speaker").asText(), utterance.path("text").asText()));
      parents.put(id, Set.of(id));
    }
    for (JsonNode relation : dialogue.path("relations")) {
      parents.put(relation.path("y").asText(), Set.of(relation.path("x").asText()));
    }
    return new AnnotatedLog(dialogue.path("id").asText(), messages, parents);
  }
}
