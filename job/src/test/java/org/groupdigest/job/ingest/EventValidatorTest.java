package org.groupdigest.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.groupdigest.job.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an operator reads in a dead letter. */
class EventValidatorTest {

  @Test
  void validRecordsHaveNoViolation() {
    assertThat(EventValidator.violation(EventJson.minimal())).isNull();
    assertThat(EventValidator.violation(EventJson.full())).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/event_id | 7 | event_id must be a UUID",
        "/event_type | null | event_type must be group.message.ingested.v1",
        "/tenant_id | '' | tenant_id must be a text of 1 to 128 characters",
        "/group_id | 5 | group_id must be a text of 1 to 128 characters",
        "/trace_id | 5 | trace_id must be a text of 1 to 128 characters",
        "/occurred_at | null | occurred_at must be an ISO-8601 time in UTC",
        "/payload | null | payload must be an object",
        "/payload/message_id | 10 | payload.message_id must be a text of 1 to 128 characters",
        "/payload/op | 'patch' | payload.op must be upsert or delete",
        "/payload/revision | -1 | payload.revision must be a whole number from 0",
        "/payload/posted_at | null | payload.posted_at must be an ISO-8601 time in UTC",
        "/payload/sender_name | 1 | payload.sender_name must be a text",
        "/payload/is_service | 1 | payload.is_service must be true or false",
        "/payload/is_bot | 'no' | payload.is_bot must be true or false",
        "/payload/text | [] | payload.text must be a text",
        "/payload/reactions | {'a':-1} | payload.reactions must be counts by emoji",
        "/payload/reaction_count | 0.5 | payload.reaction_count must be a whole number from 0",
        "/payload/media | {} | payload.media must be a list",
        "/payload/media/0 | 7 | payload.media[0] must be an object",
        "/payload/media/0/kind | 'gif' | payload.media[0].kind must be one of the known kinds",
        "/payload/media/0/file_sha256 | 'ab' | payload.media[0].file_sha256 must be a SHA-256 in hex",
        "/payload/media/0/size_bytes | -5 | payload.media[0].size_bytes must be a whole number from 0",
        "/payload/media/0/labels | [1] | payload.media[0].labels must be a list of texts",
        "/payload/media/0/uri | 1 | payload.media[0].uri must be a text",
      },
      quoteCharacter = '`')
  void aViolationNamesTheFieldAndTheRuleAndNoValue(String path, String value, String expected)
      throws JsonProcessingException {
    JsonNode wrong = Json.mapper().readTree(value.replace('\'', '"'));

    assertThat(EventValidator.violation(with(path, wrong))).isEqualTo(expected);
  }

  @Test
  void theFirstViolationIsTold() {
    ObjectNode record = EventJson.full();
    record.remove("tenant_id");
    record.remove("group_id");

    assertThat(EventValidator.violation(record)).isEqualTo("tenant_id is missing");
  }

  @Test
  void aWholeNumberMayBeWrittenWithDecimals() throws JsonProcessingException {
    JsonNode three = Json.mapper().readTree("3.0");

    assertThat(EventValidator.violation(with("/payload/revision", three))).isNull();
  }

  private static ObjectNode with(String path, JsonNode value) {
    ObjectNode record = EventJson.full();
    int slash = path.lastIndexOf('/');
    JsonNode parent = record.at(path.substring(0, slash));
    String field = path.substring(slash + 1);
    if (parent instanceof ObjectNode object) {
      object.set(field, value);
    } else {
      ((ArrayNode) parent).set(Integer.parseInt(field), value);
    }
    return record;
  }
}
