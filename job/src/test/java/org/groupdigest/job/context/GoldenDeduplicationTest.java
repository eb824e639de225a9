package org.groupdigest.job.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageLink;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Deduplication against the reference pairs; skipped where the development data is absent. */
class GoldenDeduplicationTest {

  private final Deduplicator deduplicator = new Deduplicator(ContextSettings.defaults());

  static List<GoldenCases.Case> cases() {
    return GoldenCases.of("dedup.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void keepsDropsAndLinksAsTheReferenceDoes(GoldenCases.Case golden) {
    JsonNode input = golden.json();
    Deduplication result = deduplicator.run(messages(input), history(input));
    BruteForceDeduplicator.Outcome outcome = BruteForceDeduplicator.Outcome.of(result);
    JsonNode output = input.get("output");

    assertThat(outcome.kept()).isEqualTo(texts(output.get("kept")));
    Map<String, List<String>> duplicates = new LinkedHashMap<>();
    output
        .get("duplicates")
        .properties()
        .forEach(entry -> duplicates.put(entry.getKey(), texts(entry.getValue())));
    assertThat(outcome.duplicates()).isEqualTo(duplicates);
    Map<String, String> soft = new LinkedHashMap<>();
    output
        .get("soft_links")
        .properties()
        .forEach(entry -> soft.put(entry.getKey(), entry.getValue().asText()));
    assertThat(outcome.softLinks()).isEqualTo(soft);
    checkHistory(result.historyLinks(), output.get("historical_links"));
  }

  private static void checkHistory(List<MessageLink> links, JsonNode expected) {
    assertThat(links).hasSize(expected.size());
    for (MessageLink link : links) {
      JsonNode golden = expected.get(link.messageId());
      assertThat(link.linkedId()).isEqualTo(golden.get("matched_id").asText());
      assertThat(Scorer.rounded(link.similarity()))
          .isCloseTo(golden.get("similarity").asDouble(), within(1e-12));
    }
  }

  private static List<Message> messages(JsonNode input) {
    List<Message> messages = new ArrayList<>();
    for (JsonNode node : input.get("messages")) {
      // The pairs know no authors: everybody is somebody else.
      String id = node.get("message_id").asText();
      messages.add(TestMessages.message(id, secondOf(node), id, node.get("content").asText()));
    }
    return messages;
  }

  private static List<HistoryMessage> history(JsonNode input) {
    List<HistoryMessage> history = new ArrayList<>();
    for (JsonNode node : input.get("historical")) {
      history.add(
          TestMessages.history(
              node.get("message_id").asText(), secondOf(node), node.get("content").asText()));
    }
    return history;
  }

  private static long secondOf(JsonNode node) {
    return Instant.ofEpochSecond(node.get("timestamp_unix").asLong()).getEpochSecond()
        - TestMessages.START.getEpochSecond();
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(node -> texts.add(node.asText()));
    return texts;
  }
}
