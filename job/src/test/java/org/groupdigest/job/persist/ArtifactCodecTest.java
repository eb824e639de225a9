package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.persist.ArtifactLookup.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArtifactCodecTest {
  private static final Instant NOW = Instant.parse("2026-03-03T00:10:00Z");

  private final ArtifactCodec codec = new ArtifactCodec((stage, version) -> version.equals("1"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ \"a\": 1.50, \"b\": [1e3, {\"payload\": \"inner\"}] }",
        "[]",
        "\"text with \\u0000 and \\\\\"",
        "null",
        "-1.0"
      })
  void thePayloadComesBackToTheCharacter(String payload) {
    StoredArtifact stored = stored(payload);
    assertThat(codec.read(codec.write(stored))).isEqualTo(new ArtifactLookup.Found(stored));
  }

  @Test
  void aLongPayloadComesBackToo() {
    StoredArtifact stored = stored("{\"a\":\"" + "слово 🙂 ".repeat(30_000) + "\"}");
    assertThat(codec.read(codec.write(stored))).isEqualTo(new ArtifactLookup.Found(stored));
  }

  @Test
  void theMetadataOfTheContractIsInIt() {
    JsonNode value = Json.read(codec.write(stored("{\"a\":1}")), JsonNode.class);
    assertThat(value.fieldNames())
        .toIterable()
        .startsWith("version", "attempt")
        .contains(
            "prompt_id",
            "prompt_version",
            "model_id",
            "schema_version",
            "stored_at",
            "checksum",
            "trace_id");
    assertThat(value.get("payload").get("a").asInt()).isEqualTo(1);
  }

  @Test
  void anotherFormOrSchemaIsIgnored() {
    String value = codec.write(stored("{}"));
    assertThat(read(value.replace("\"version\":1", "\"version\":2")))
        .isEqualTo(Reason.UNKNOWN_VERSION);
    assertThat(read(value.replace("\"schema_version\":\"1\"", "\"schema_version\":\"9\"")))
        .isEqualTo(Reason.UNKNOWN_VERSION);
  }

  @Test
  void aChangedPayloadIsNoticed() {
    String value = codec.write(stored("{\"a\":1}"));
    assertThat(read(value.replace("{\"a\":1}", "{\"a\":2}"))).isEqualTo(Reason.CHECKSUM_MISMATCH);
  }

  @Test
  void aCutOrForeignValueIsUnreadable() {
    String value = codec.write(stored("{\"a\":1}"));
    assertThat(read(value.substring(0, value.length() - 3))).isEqualTo(Reason.UNREADABLE);
    assertThat(read("plain text")).isEqualTo(Reason.UNREADABLE);
    assertThat(read("{\"version\":1}")).isEqualTo(Reason.UNREADABLE);
    assertThat(read(value.replace("topic_agent", "unheard_of"))).isEqualTo(Reason.UNREADABLE);
    assertThat(read("[]")).isEqualTo(Reason.UNKNOWN_VERSION);
  }

  private Reason read(String value) {
    return ((ArtifactLookup.Missing) codec.read(value)).reason();
  }

  private static StoredArtifact stored(String payload) {
    StageArtifact artifact =
        new StageArtifact(
            Stage.TOPIC_AGENT,
            StageOutcome.REPAIRED,
            "model-1",
            "topics",
            "3",
            "1",
            SampleDigests.sha256(payload),
            0.9,
            2,
            100,
            20,
            List.of("note"),
            payload);
    return new StoredArtifact(artifact, 4, "trace-1", NOW);
  }
}
