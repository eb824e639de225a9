package org.groupdigest.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.pipeline.Maskers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalIdsTest {

  private static final TextMasker MASKER = Maskers.withKey("a secret of sixteen");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "79162345678@c.us",
        "79162345678@s.whatsapp.net",
        "79162345678:12@s.whatsapp.net",
        "+7 916 234-56-78",
        "+79162345678"
      })
  void senderWithOneNumberInAnySpellingIsOnePerson(String id) {
    assertThat(SenderIds.of("acme", id, MASKER))
        .isEqualTo(MASKER.mask("acme", "+7 916 234 56 78"))
        .startsWith("[phone:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"100500", "79162345678", "U02AB34CD", "@anna", "unknown"})
  void otherSendersKeepTheirIds(String id) {
    assertThat(SenderIds.of("acme", id, MASKER)).isEqualTo(id);
  }

  @Test
  void numberInsideOfAnIdIsReplacedAndTheRestStays() {
    String phone = MASKER.mask("acme", "+79162345678");

    assertThat(PersonalIds.id("false_79162345678@c.us_3EB01", "acme", MASKER))
        .isEqualTo("false_" + phone + "@c.us_3EB01");
    assertThat(PersonalIds.id("79162345678-1400000000@g.us", "acme", MASKER))
        .isEqualTo(phone + "-1400000000@g.us");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "-1001234567890", "$a1b2:example.org", "1700000000.123456"})
  void idsWithoutANumberOfAPersonStay(String id) {
    assertThat(PersonalIds.id(id, "acme", MASKER)).isEqualTo(id);
  }

  @Test
  void replyRequestAndErasureNameTheSameMessageAsBefore() {
    JsonNode record =
        Json.read(
            """
            {"tenant_id": "acme", "group_id": "79162345678-1400000000@g.us", "payload": {
              "message_id": "true_79162345678@c.us_A", "reply_to_message_id": "true_79162345678@c.us_A",
              "message_ids": ["true_79162345678@c.us_A", "7"],
              "groups": [{"group_id": "79162345678-1400000000@g.us"}]}}
            """,
            JsonNode.class);

    PersonalIds.mask(record, MASKER);

    JsonNode payload = record.get("payload");
    assertThat(record.toString()).doesNotContain("79162345678");
    assertThat(payload.get("reply_to_message_id")).isEqualTo(payload.get("message_id"));
    assertThat(payload.get("message_ids").get(0)).isEqualTo(payload.get("message_id"));
    assertThat(payload.get("message_ids").get(1).asText()).isEqualTo("7");
    assertThat(payload.get("groups").get(0).get("group_id")).isEqualTo(record.get("group_id"));
  }
}
