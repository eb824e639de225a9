package org.groupdigest.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.MediaKind;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.model.MessageOp;
import org.groupdigest.job.model.SourcePosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageParserTest {

  private static final SourcePosition POSITION = new SourcePosition("in", 3, 42);
  private static final Instant BROKER_TIME = Instant.parse("2025-11-10T09:15:02Z");

  private final TestMasker masker = new TestMasker();
  private final MessageParser parser = new MessageParser(masker);

  @Test
  void everyFieldOfTheSchemaArrives() {
    ParsedRecord parsed =
        parser.parse(EventJson.bytes(EventJson.full().toString()), POSITION, BROKER_TIME);

    ParsedRecord.Accepted accepted = (ParsedRecord.Accepted) parsed;
    assertThat(accepted.key()).isEqualTo(new GroupKey("acme", "backend"));
    Instant postedAt = Instant.parse("2025-11-10T09:15:00Z");
    assertThat(accepted.event())
        .isEqualTo(
            new MessageEvent(
                "acme",
                "backend",
                MessageOp.UPSERT,
                "1",
                2,
                postedAt,
                BROKER_TIME,
                "trace-1",
                new GroupInfo("Backend", "be", "telegram"),
                null,
                expectedMessage(postedAt),
                POSITION));
  }

  private static Message expectedMessage(Instant postedAt) {
    MediaItem chart =
        new MediaItem(
            MediaKind.IMAGE,
            "ab".repeat(32),
            "image/png",
            5_000_000_000L,
            "a chart",
            "42 %",
            "hello",
            List.of("chart"),
            "s3://b/k");
    return new Message(
        "1",
        2,
        postedAt,
        "u1",
        "anna",
        "Anna K.",
        true,
        "call [pii]",
        "0",
        "t1",
        "News",
        Map.of("👍", 3, "🔥", 1),
        6,
        List.of(chart));
  }

  @Test
  void theLeastValidMessageGetsDefaults() {
    MessageEvent event =
        accepted(EventJson.bytes(minimalWithText(payload -> {}).toString()), BROKER_TIME);

    assertThat(event.revision()).isZero();
    assertThat(event.op()).isEqualTo(MessageOp.UPSERT);
    assertThat(event.message().senderId()).isEqualTo("unknown");
    assertThat(event.message().reactions()).isEmpty();
    assertThat(event.message().media()).isEmpty();
    assertThat(event.message().replyToMessageId()).isNull();
    assertThat(event.group()).isEqualTo(new GroupInfo(null, null, "telegram"));
  }

  @ParameterizedTest
  @CsvSource({
    "anna, Anna K., anna",
    "@anna, , anna",
    ", Anna K., Anna K.",
    "' ', Anna K., Anna K.",
    ", ' ', unknown"
  })
  void aSenderWithoutAnIdIsKnownByTheirName(String username, String name, String id) {
    ObjectNode record =
        minimalWithText(
            payload -> payload.put("sender_username", username).put("sender_name", name));

    assertThat(accepted(EventJson.bytes(record.toString()), BROKER_TIME).message().senderId())
        .isEqualTo(id);
  }

  @Test
  void aNameThatStandsForAnIdIsNoLongerThanAnId() {
    ObjectNode record = minimalWithText(payload -> payload.put("sender_name", "😀".repeat(200)));

    assertThat(accepted(EventJson.bytes(record.toString()), BROKER_TIME).message().senderId())
        .isEqualTo("😀".repeat(128));
  }

  @Test
  void nullsOfOptionalFieldsAreLikeMissingFields() {
    ObjectNode record =
        minimalWithText(
            payload -> {
              for (String field :
                  List.of(
                      "op",
                      "revision",
                      "sender_id",
                      "sender_username",
                      "is_service",
                      "reactions",
                      "media",
                      "topic_id",
                      "reply_to_message_id")) {
                payload.putNull(field);
              }
            });

    assertThat(accepted(EventJson.bytes(record.toString()), BROKER_TIME))
        .isEqualTo(accepted(EventJson.bytes(minimalWithText(p -> {}).toString()), BROKER_TIME));
  }

  @Test
  void unknownExtraFieldsAreTolerated() {
    byte[] value =
        EventJson.with(
            record -> {
              record.put("shard", 7);
              ((ObjectNode) record.get("payload")).putObject("poll").put("closed", true);
            });

    assertThat(accepted(value, BROKER_TIME).messageId()).isEqualTo("1");
  }

  @Test
  void personalDataIsMaskedInEveryTextOfTheMessage() {
    String phone = "+7 916 123-45-67";
    byte[] value =
        EventJson.withPayload(
            payload -> {
              for (String field :
                  List.of("text", "sender_name", "sender_username", "forwarded_from")) {
                payload.put(field, phone);
              }
              payload.put("group_title", phone).put("group_username", phone);
              payload.putObject("reactions").put(phone, 1);
              ObjectNode item = (ObjectNode) payload.get("media").get(0);
              for (String field :
                  List.of("description", "ocr_text", "transcript", "uri", "mime_type")) {
                item.put(field, phone);
              }
              item.putArray("labels").add(phone);
            });

    assertThat(accepted(value, BROKER_TIME).toString()).doesNotContain("916").contains("[pii]");
    assertThat(masker.tenants()).containsOnly("acme");
  }

  @Test
  void aSenderIdThatIsAnAddressIsMaskedAndANumberIsKept() {
    assertThat(senderId("anna@example.org")).isEqualTo("[pii]");
    assertThat(senderId("+79161234567")).isEqualTo("[pii]");
    assertThat(senderId("79161234567")).isEqualTo("79161234567");
  }

  private String senderId(String id) {
    return accepted(EventJson.withPayload(p -> p.put("sender_id", id)), BROKER_TIME)
        .message()
        .senderId();
  }

  @Test
  void aClockThatRunsAheadIsClampedToFiveMinutesAfterTheBroker() {
    byte[] future = EventJson.withPayload(p -> p.put("posted_at", "2030-01-01T00:00:00Z"));
    byte[] near = EventJson.withPayload(p -> p.put("posted_at", "2025-11-10T09:20:02Z"));

    MessageEvent clamped = accepted(future, BROKER_TIME);
    assertThat(clamped.postedAt()).isEqualTo("2025-11-10T09:20:02Z");
    assertThat(clamped.message().postedAt()).isEqualTo(clamped.postedAt());
    assertThat(accepted(near, BROKER_TIME).postedAt()).isEqualTo("2025-11-10T09:20:02Z");
  }

  @Test
  void aDeletionNeedsNoMoreThanTheMessageId() {
    ObjectNode record = EventJson.minimal();
    record.putObject("payload").put("message_id", "1").put("op", "delete");

    MessageEvent event = accepted(EventJson.bytes(record.toString()), BROKER_TIME);

    assertThat(event.op()).isEqualTo(MessageOp.DELETE);
    assertThat(event.message()).isNull();
    assertThat(event.filterReason()).isNull();
    assertThat(event.postedAt()).isEqualTo("2025-11-10T09:15:00Z");
  }

  @Test
  void aServiceMessageTravelsWithoutContent() {
    MessageEvent event =
        accepted(EventJson.withPayload(p -> p.put("is_service", true)), BROKER_TIME);

    assertThat(event.filterReason()).isEqualTo(FilterReason.SERVICE);
    assertThat(event.message()).isNull();
    assertThat(event.messageId()).isEqualTo("1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u200B", "\u00A0\u2060", "\u0000"})
  void aMessageThatShowsNothingIsFiltered(String text) {
    byte[] value = EventJson.withPayload(p -> p.put("text", text).putArray("media"));

    assertThat(accepted(value, BROKER_TIME).filterReason()).isEqualTo(FilterReason.NO_TEXT);
  }

  @Test
  void mediaWithoutAnyTextIsFilteredAndWithATranscriptIsNot() {
    byte[] silent =
        EventJson.withPayload(
            p -> p.put("text", "").putArray("media").addObject().put("kind", "audio"));
    byte[] spoken =
        EventJson.withPayload(
            p ->
                p.put("text", "")
                    .putArray("media")
                    .addObject()
                    .put("kind", "audio")
                    .put("transcript", "see you at nine"));

    assertThat(accepted(silent, BROKER_TIME).filterReason()).isEqualTo(FilterReason.NO_TEXT);
    assertThat(accepted(spoken, BROKER_TIME).filterReason()).isNull();
  }

  @Test
  void aMissingTraceIsTheSameForEveryDeliveryOfTheSameMessage() {
    byte[] value = EventJson.with(record -> record.remove("trace_id"));
    byte[] redelivered =
        EventJson.with(
            record -> {
              record.remove("trace_id");
              record.put("event_id", "5f0fc1a4-31f1-4c0c-8a39-0dbb3c9a1a55");
            });
    byte[] other =
        EventJson.with(
            record -> {
              record.remove("trace_id");
              ((ObjectNode) record.get("payload")).put("message_id", "2");
            });

    String trace = accepted(value, BROKER_TIME).traceId();
    assertThat(trace).hasSize(36).isEqualTo(accepted(redelivered, BROKER_TIME).traceId());
    assertThat(accepted(other, BROKER_TIME).traceId()).isNotEqualTo(trace);
  }

  @Test
  void allReactionsCountAlsoThoseWithoutAnEmoji() {
    byte[] both = EventJson.withPayload(p -> p.put("reaction_count", 2));
    byte[] countOnly =
        EventJson.withPayload(
            p -> {
              p.remove("reactions");
              p.put("reaction_count", 9);
            });

    assertThat(accepted(both, BROKER_TIME).message().reactionCount()).isEqualTo(4);
    assertThat(accepted(countOnly, BROKER_TIME).message().reactionCount()).isEqualTo(9);
  }

  @Test
  void hugeReactionCountsDoNotOverflow() {
    byte[] value =
        EventJson.withPayload(
            p -> p.putObject("reactions").put("a", Integer.MAX_VALUE).put("b", Integer.MAX_VALUE));

    assertThat(accepted(value, BROKER_TIME).message().reactionCount()).isEqualTo(Integer.MAX_VALUE);
  }

  private static ObjectNode minimalWithText(Consumer<ObjectNode> change) {
    ObjectNode record = EventJson.minimal();
    ObjectNode payload = (ObjectNode) record.get("payload");
    change.accept(payload.put("text", "hello"));
    return record;
  }

  private MessageEvent accepted(byte[] value, Instant brokerTime) {
    return ((ParsedRecord.Accepted) parser.parse(value, POSITION, brokerTime)).event();
  }
}
