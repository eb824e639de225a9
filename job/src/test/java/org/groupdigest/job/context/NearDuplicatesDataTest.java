package org.groupdigest.job.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.testing.DevelopmentData;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** On a week of real channel posts the index finds exactly what comparing all pairs finds. */
class NearDuplicatesDataTest {

  @Test
  void agreesWithAllPairsOnRealPosts() throws IOException {
    Optional<Path> data = DevelopmentData.find("data/near-duplicates/tg-ru-news-dev.jsonl");
    Assumptions.assumeTrue(data.isPresent(), "no development data: near-duplicates");
    List<Message> posts = read(data.get());
    ContextSettings settings = ContextSettings.defaults();
    Deduplication result = new Deduplicator(settings).run(posts, List.of());

    assertThat(BruteForceDeduplicator.Outcome.of(result))
        .isEqualTo(new BruteForceDeduplicator(settings).run(posts, List.of()));
    assertThat(result.dropped() + result.softLinks().size()).isPositive();
  }

  private static List<Message> read(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<Message> posts = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode node = mapper.readTree(line);
      long second =
          Instant.parse(node.get("posted_at").asText()).getEpochSecond()
              - TestMessages.START.getEpochSecond();
      posts.add(
          TestMessages.message(
              node.get("message_id").asText(),
              second,
              node.get("sender_id").asText(),
              node.get("text").asText()));
    }
    return MessageOrder.sortedDistinct(posts);
  }
}
