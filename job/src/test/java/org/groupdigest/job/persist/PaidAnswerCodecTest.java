package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.groupdigest.job.llm.CallKey;
import org.groupdigest.job.llm.PaidAnswer;
import org.groupdigest.job.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaidAnswerCodecTest {
  private static final CallKey KEY = SampleCalls.key("garden", "plots", "w-1");
  private static final String WRITTEN =
      PaidAnswerCodec.write(KEY, SampleCalls.ANSWER, SampleDigests.MORNING);

  @Test
  void anAnswerComesBackAsItWas() {
    assertThat(PaidAnswerCodec.read(KEY, WRITTEN)).contains(SampleCalls.ANSWER);
  }

  @Property(tries = 300)
  void anyTextComesBackOnceItIsStorable(@ForAll String text) {
    PaidAnswer answer = PaidAnswerCodec.storable(new PaidAnswer(text, false, "m", 1, 1));
    String written = PaidAnswerCodec.write(KEY, answer, SampleDigests.MORNING);
    assertThat(PaidAnswerCodec.read(KEY, written)).contains(answer);
  }

  @Test
  void whatNoStoreKeepsIsReplacedBeforeTheChecksumIsTaken() {
    PaidAnswer answer = new PaidAnswer("a\uD83Db\0c", false, null, 1, 1);
    assertThat(PaidAnswerCodec.storable(answer))
        .isEqualTo(new PaidAnswer("a\uFFFDbc", false, null, 1, 1));
  }

  @Test
  void theObjectSaysHowTheAnswerCameToBe() throws Exception {
    JsonNode object = Json.mapper().readTree(WRITTEN);
    assertThat(WRITTEN).startsWith("{\"version\":1,");
    assertThat(object.path("prompt_id").textValue()).isEqualTo("digest/ru");
    assertThat(object.path("prompt_version").textValue()).isEqualTo("3");
    assertThat(object.path("model_id").textValue()).isEqualTo("lettuce");
    assertThat(object.path("stored_at").textValue()).isEqualTo("2026-03-02T00:00:00Z");
    assertThat(object.path("stages").get(1).textValue()).isEqualTo("synthesis_agent");
    assertThat(object.path("checksum").textValue()).hasSize(64);
  }

  static List<CallKey> otherKeys() {
    return List.of(
        SampleCalls.key("harbour", "plots", "w-1"),
        SampleCalls.key("garden", "paths", "w-1"),
        SampleCalls.key("gardenp", "lots", "w-1"),
        SampleCalls.key("garden", "plots", "w-2"),
        SampleCalls.key("garden", "plots", "w-1", "another input"));
  }

  @ParameterizedTest
  @MethodSource("otherKeys")
  void theAnswerOfAnotherKeyIsNeverTaken(CallKey other) {
    assertThat(PaidAnswerCodec.read(other, WRITTEN)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "сух->полон",
        "true->false",
        "1200->1201",
        "345->344",
        "lettuce-2->lettuce-3",
        "\"version\":1->\"version\":2",
        "\"version\":1,->",
        "\"checksum\":\"->\"checksum\":\"0",
        "\"answer\":->\"reply\":",
        "topic_agent->poet_agent"
      })
  void aChangedObjectIsNotTaken(String change) {
    String[] parts = change.split("->", -1);
    assertThat(WRITTEN).contains(parts[0]);
    assertThat(PaidAnswerCodec.read(KEY, WRITTEN.replace(parts[0], parts[1]))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "{}", "7", "not ours", "{\"version\":1}", "{\"version\":"})
  void anythingElseIsNotTaken(String text) {
    assertThat(PaidAnswerCodec.read(KEY, text)).isEmpty();
  }

  @Test
  void keysInRedisNeverMeet() {
    CallKey one = SampleCalls.key("a:b", "c", "w");
    CallKey other = SampleCalls.key("a", "b:c", "w");
    assertThat(one.callId()).isEqualTo(other.callId());
    assertThat(PaidAnswerCodec.redisKey(one)).isEqualTo("digest:a%3Ab:c:w:call:" + one.callId());
    assertThat(PaidAnswerCodec.redisKey(other)).isEqualTo("digest:a:b%3Ac:w:call:" + one.callId());
  }
}
