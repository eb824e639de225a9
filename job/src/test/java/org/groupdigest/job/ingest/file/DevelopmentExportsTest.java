package org.groupdigest.job.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.ingest.FilterReason;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.MessageEvent;
import org.junit.jupiter.api.Test;

/** Every export of the development data holds what was counted in it. */
class DevelopmentExportsTest {

  @Test
  void everyExportGivesWhatWasCounted() throws IOException {
    Path exports = developmentData().resolve("exports");
    JsonNode expected =
        Json.mapper().readTree(exports.resolve("telegram-expected-counts.json").toFile());
    for (Map.Entry<String, JsonNode> file : expected.properties()) {
      Imports imports =
          Imports.of(exports.resolve("telegram").resolve(file.getKey()), ImportOptions.defaults());
      check(file.getKey(), imports, file.getValue());
    }
  }

  private static void check(String file, Imports imports, JsonNode chats) {
    assertThat(imports.invalid()).as(file).isEmpty();
    assertThat(imports.events()).as(file).hasSize(sum(chats, "entries"));
    assertThat(imports.events().stream().map(MessageEvent::groupId).distinct())
        .as(file)
        .hasSize(chats.size());
    List<MessageEvent> service =
        imports.events().stream()
            .filter(event -> FilterReason.SERVICE.equals(event.filterReason()))
            .toList();
    assertThat(service).as("service messages in %s", file).hasSize(sum(chats, "type_service"));
    assertThat(payloads(imports, "text"))
        .as("texts in %s", file)
        .isGreaterThanOrEqualTo(sum(chats, "messages_with_nonempty_text"));
    Map<String, Long> counts = new HashMap<>();
    counts.put("forwarded", payloads(imports, "forwarded_from"));
    counts.put("edited", imports.events().stream().filter(event -> event.revision() > 0).count());
    counts.put("with_reactions", payloads(imports, "reaction_count"));
    counts.put("replies", payloads(imports, "reply_to_message_id") + topicMessages(imports));
    counts.forEach(
        (name, count) -> assertThat(count).as("%s in %s", name, file).isEqualTo(sum(chats, name)));
  }

  /** Messages in a topic whose "answer" to the topic's first message is no answer. */
  private static long topicMessages(Imports imports) {
    return imports.events().stream()
        .filter(event -> event.message() != null)
        .filter(event -> event.message().topicId() != null)
        .filter(event -> event.message().replyToMessageId() == null)
        .count();
  }

  private static long payloads(Imports imports, String field) {
    return imports.records().stream()
        .map(
            record -> Json.read(new String(record.value(), StandardCharsets.UTF_8), JsonNode.class))
        .map(record -> record.get("payload").path(field).asText(""))
        .filter(value -> !value.isEmpty() && !value.equals("0") && !value.equals("null"))
        .count();
  }

  private static int sum(JsonNode chats, String field) {
    int sum = 0;
    for (JsonNode chat : chats) {
      sum += chat.path(field).asInt();
    }
    return sum;
  }

  private static Path developmentData() {
    String given = System.getenv("DIGEST_SHARED");
    Path folder = given != null ? Path.of(given) : beside(Path.of("").toAbsolutePath());
    boolean there = folder != null && Files.isDirectory(folder.resolve("data/exports/telegram"));
    assumeTrue(there, "development data is not there: set DIGEST_SHARED to its folder");
    return folder.resolve("data");
  }

  private static Path beside(Path directory) {
    for (Path at = directory; at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("shared/data"))) {
        return at.resolve("shared");
      }
    }
    return null;
  }
}
