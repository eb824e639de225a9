package org.groupdigest.job.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.groupdigest.job.testing.Digests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the product writes as JSON it reads back as the same. */
class JsonTest {

  @Test
  void aWholeDigestSurvivesTheRoundTrip() {
    DigestRecord digest =
        new Digests()
            .topic(Digests.topic("Release", "high", "done", 3, "It moves", List.of("1", "2")))
            .evaluation(new Evaluation(0.9, 0.8, 0.75, 1, 0.85, List.of("fine")))
            .checks(3, 3)
            .degradation("truncated_input")
            .build();

    assertThat(Json.read(Json.write(digest), DigestRecord.class)).isEqualTo(digest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1}",
        "{\"nested\":{\"list\":[1,2.5,true,null,\"\\\"\\u0000\"]}}",
        "[]",
        "{\"text\":\"Привет 👋 <b>&amp;\"}"
      })
  void aPayloadStandsInTheArtifactAsJsonAndComesBackAsItWas(String payload) {
    StageArtifact artifact = artifact(payload);

    String json = Json.write(artifact);
    StageArtifact read = Json.read(json, StageArtifact.class);

    JsonNode tree = Json.read(json, JsonNode.class);
    assertThat(tree.path("payload").isContainerNode()).as("embedded, not quoted").isTrue();
    assertThat(read).isEqualTo(artifact);
  }

  @Test
  void anArtifactWithoutPayloadComesBackWithoutOne() {
    assertThat(Json.read(Json.write(artifact(null)), StageArtifact.class).payload()).isNull();
  }

  @Test
  void aFieldOfALaterVersionIsIgnored() {
    Claim claim = Json.read("{\"text\":\"x\",\"message_ids\":[\"1\"],\"later\":{}}", Claim.class);

    assertThat(claim).isEqualTo(new Claim("x", List.of("1")));
  }

  @Test
  void whatCannotBeReadIsNotQuoted() {
    assertThatThrownBy(() -> Json.read("{\"text\": secret words", Claim.class))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("not a Claim in JSON")
        .hasNoCause();
  }

  private static StageArtifact artifact(String payload) {
    return new StageArtifact(
        Stage.TOPIC_AGENT,
        StageOutcome.OK,
        "model-1",
        null,
        "1",
        "1",
        "0",
        0.875,
        1,
        0,
        0,
        List.of("a note"),
        payload);
  }
}
