package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.groupdigest.job.cli.madeup.MadeUpTexts;
import org.groupdigest.job.model.Json;
import org.junit.jupiter.api.Test;

class BenchMaskCommandTest {

  @Test
  void chatsWithoutAndWithPersonalDataAreMeasured() {
    Digest bench = Digest.run("bench", "mask", "--texts", "2000", "--rounds", "3", "--json");

    assertThat(bench.exitCode()).isZero();
    List<JsonNode> chats =
        bench.out().stream().map(line -> Json.read(line, JsonNode.class)).toList();
    assertThat(chats)
        .extracting(chat -> chat.path("personal").asDouble())
        .containsExactly(0.0, 0.05);
    assertThat(chats.get(0).path("masked").asLong()).isZero();
    assertThat(chats.get(1).path("masked").asLong()).isBetween(60L, 140L);
    assertThat(chats)
        .allSatisfy(chat -> assertThat(chat.path("nanos_per_text").asLong()).isPositive());
  }

  @Test
  void noTextsAreWrongUsage() {
    assertThat(Digest.run("bench", "mask", "--texts", "0").exitCode()).isEqualTo(2);
  }

  @Test
  void theSameSeedMakesTheSameTexts() {
    assertThat(new MadeUpTexts(50, 0.5, 7).list())
        .isEqualTo(new MadeUpTexts(50, 0.5, 7).list())
        .isNotEqualTo(new MadeUpTexts(50, 0.5, 8).list());
  }
}
