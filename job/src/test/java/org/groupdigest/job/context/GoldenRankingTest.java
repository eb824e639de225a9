package org.groupdigest.job.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.RankedMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Ranking against the reference pairs; skipped where the development data is absent. */
class GoldenRankingTest {

  private static final Offset<Double> EXACT = within(1e-12);

  private final Scorer scorer = new Scorer(ContextSettings.defaults());

  static List<GoldenCases.Case> cases() {
    return GoldenCases.of("ranking.json");
  }

  @ParameterizedTest
  @MethodSource("cases")
  void scoresAndOrdersAsTheReferenceDoes(GoldenCases.Case golden) {
    JsonNode input = golden.json();
    List<RankedMessage> ranking =
        scorer.rank(
            messages(input), ids(input.get("soft_linked")), ids(input.get("historical_linked")));
    assertThat(ranking).hasSize(input.get("ranking").size());
    for (int i = 0; i < ranking.size(); i++) {
      checkPlace(ranking.get(i), input.get("ranking").get(i));
    }
  }

  private static void checkPlace(RankedMessage actual, JsonNode expected) {
    JsonNode components = expected.get("components");
    assertThat(actual.messageId()).isEqualTo(expected.get("message_id").asText());
    assertThat(actual.score()).isCloseTo(expected.get("score").asDouble(), EXACT);
    assertThat(actual.recency()).isCloseTo(components.get("recency").asDouble(), EXACT);
    assertThat(actual.reply()).isCloseTo(components.get("reply").asDouble(), EXACT);
    assertThat(actual.length()).isCloseTo(components.get("length").asDouble(), EXACT);
    assertThat(actual.reactions()).isCloseTo(components.get("reactions").asDouble(), EXACT);
    assertThat(actual.media()).isCloseTo(components.get("media").asDouble(), EXACT);
  }

  private static List<Message> messages(JsonNode input) {
    List<Message> messages = new ArrayList<>();
    for (JsonNode node : input.get("messages")) {
      MediaItem mute = TestMessages.picture("hash", null);
      messages.add(
          TestMessages.full(
              node.get("message_id").asText(),
              node.get("timestamp_unix").asLong() - TestMessages.START.getEpochSecond(),
              "anyone",
              node.get("content").asText(),
              node.get("reply_to_id").isNull() ? null : node.get("reply_to_id").asText(),
              node.get("reaction_count").asInt(),
              Collections.nCopies(node.get("media_count").asInt(), mute)));
    }
    return messages;
  }

  private static Set<String> ids(JsonNode array) {
    Set<String> ids = new HashSet<>();
    array.forEach(node -> ids.add(node.asText()));
    return ids;
  }
}
