package org.groupdigest.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.ErrorCode;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.SourcePosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the bytes are, the outcome is a value. */
class HostileRecordTest {

  private static final SourcePosition POSITION = new SourcePosition("in", 0, 7);
  private static final Instant BROKER_TIME = Instant.parse("2025-11-10T10:00:00Z");

  private final MessageParser parser = new MessageParser(new TestMasker());

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "nonsense", "{}{}", "{\"a\":1} x", "{'a':1}", "{\"a\":NaN}"})
  void whatIsNotOneJsonValueIsNotJson(String text) {
    assertThat(refused(EventJson.bytes(text)).errorCode()).isEqualTo(ErrorCode.NOT_JSON);
  }

  @Test
  void aTombstoneIsNotJson() {
    DeadLetter letter = refused(null);

    assertThat(letter.errorCode()).isEqualTo(ErrorCode.NOT_JSON);
    assertThat(letter.payloadSnippet()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "null", "1", "\"text\"", "{}", "{\"payload\":[]}"})
  void jsonThatIsNoEventBreaksTheSchema(String text) {
    assertThat(refused(EventJson.bytes(text)).errorCode()).isEqualTo(ErrorCode.SCHEMA_VIOLATION);
  }

  @Test
  void anotherEncodingIsNotJson() {
    String valid = EventJson.full().toString();

    assertThat(refused(valid.getBytes(StandardCharsets.UTF_16)).errorCode())
        .isEqualTo(ErrorCode.NOT_JSON);
    byte[] latin = valid.replace("Anna", "Ann\u00E9").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(refused(latin).errorCode()).isEqualTo(ErrorCode.NOT_JSON);
  }

  @Test
  void aReplacementCharacterThatIsReallyThereIsFine() {
    byte[] value = EventJson.withPayload(p -> p.put("text", "caf\uFFFD"));

    assertThat(message(value).text()).isEqualTo("caf\uFFFD");
  }

  @Test
  void aRecordOverOneMebibyteIsRefusedUnparsedAndOneOfExactlyThatIsNot() {
    int others = EventJson.withPayload(p -> p.put("text", "")).length;
    int room = (1 << 20) - others;
    byte[] largest = EventJson.withPayload(p -> p.put("text", "x".repeat(room)));
    byte[] tooLarge = EventJson.withPayload(p -> p.put("text", "x".repeat(room + 1)));

    assertThat(message(largest).text()).hasSize(room);
    assertThat(refused(tooLarge).errorCode()).isEqualTo(ErrorCode.TOO_LARGE);
    assertThat(refused(tooLarge).tenantId()).isEmpty();
  }

  @Test
  void aNestingBombBreaksTheSchema() {
    String bomb = "[".repeat(100_000);

    assertThat(refused(EventJson.bytes("{\"a\":" + bomb)).errorCode())
        .isEqualTo(ErrorCode.SCHEMA_VIOLATION);
  }

  @Test
  void anEndlessNumberBreaksTheSchema() {
    String number = "9".repeat(100_000);

    assertThat(refused(EventJson.bytes("{\"a\":" + number + "}")).errorCode())
        .isEqualTo(ErrorCode.SCHEMA_VIOLATION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "99999999999999999999", "-1", "1.5", "2147483648", "\"1\""})
  void oddRevisionsBreakTheSchema(String number) {
    String value = EventJson.full().toString().replace("\"revision\":2", "\"revision\":" + number);

    DeadLetter letter = refused(EventJson.bytes(value));
    assertThat(letter.errorCode()).isEqualTo(ErrorCode.SCHEMA_VIOLATION);
    assertThat(letter.error()).isEqualTo("payload.revision must be a whole number from 0");
  }

  @Test
  void aFieldThatStandsTwiceBreaksTheSchema() {
    String value =
        EventJson.full().toString().replace("{\"event_id\"", "{\"source\":\"x\",\"event_id\"");

    assertThat(refused(EventJson.bytes(value)).error())
        .isEqualTo("a field stands twice in one object");
  }

  @Test
  void nulAndLoneSurrogatesAreTakenOutOfTexts() {
    byte[] value =
        EventJson.bytes(
            EventJson.full()
                .toString()
                .replace("call +7 916 123-45-67", "a\\u0000b\\ud83dc\\udc4dd \\ud83d\\udc4d"));

    assertThat(message(value).text()).isEqualTo("ab\uFFFDc\uFFFDd 👍");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\ud83d", "\\n", "", "\\u0085"})
  void idsWithCharactersThatNoStoreTakesBreakTheSchema(String id) {
    String value = EventJson.full().toString().replace("\"acme\"", "\"" + id + "\"");

    DeadLetter letter = refused(EventJson.bytes(value));
    assertThat(letter.errorCode()).isEqualTo(ErrorCode.SCHEMA_VIOLATION);
    assertThat(letter.tenantId()).isEmpty();
  }

  @Test
  void anIdOf128CodePointsIsTheLongest() {
    byte[] longest = EventJson.withPayload(p -> p.put("message_id", "👍".repeat(128)));
    byte[] longer = EventJson.withPayload(p -> p.put("message_id", "👍".repeat(129)));

    assertThat(message(longest).messageId()).hasSize(256);
    assertThat(refused(longer).error())
        .isEqualTo("payload.message_id must be a text of 1 to 128 characters");
  }

  @Test
  void anotherVersionOfTheEventIsNamedAsThat() {
    byte[] value = EventJson.with(r -> r.put("event_type", "group.message.ingested.v2"));

    DeadLetter letter = refused(value);
    assertThat(letter.errorCode()).isEqualTo(ErrorCode.UNKNOWN_EVENT_TYPE);
    assertThat(letter.nextAction()).isEqualTo(ErrorCode.UNKNOWN_EVENT_TYPE.nextAction());
  }

  @Test
  void aDeadLetterTellsWhereItCameFromAndWhoseItIs() {
    byte[] value = EventJson.withPayload(p -> p.put("posted_at", "yesterday"));

    DeadLetter letter = refused(value);
    assertThat(letter.source()).isEqualTo(POSITION);
    assertThat(letter.firstSeenAt()).isEqualTo(BROKER_TIME);
    assertThat(letter.tenantId()).isEqualTo("acme");
    assertThat(letter.groupId()).isEqualTo("backend");
    assertThat(letter.traceId()).isEqualTo("trace-1");
    assertThat(letter.stage()).isEqualTo("ingest");
    assertThat(letter.error()).isEqualTo("payload.posted_at must be an ISO-8601 time in UTC");
    assertThat(letter.payloadSnippet()).contains("call [pii]").doesNotContain("916");
  }

  @Property(tries = 300)
  void anyBytesEndInAValue(@ForAll byte[] value) {
    assertThat(parser.parse(value, POSITION, BROKER_TIME)).isNotNull();
  }

  @Property(tries = 500)
  void aValidRecordWithOneWrongByteEndsInAValue(
      @ForAll @IntRange(max = 800) int at, @ForAll byte wrong) {
    byte[] value = EventJson.bytes(EventJson.full().toString());
    value[at % value.length] = wrong;

    assertThat(parser.parse(value, POSITION, BROKER_TIME)).isNotNull();
  }

  @Property(tries = 200)
  void aCutRecordIsNotJson(@ForAll @IntRange(min = 1, max = 600) int length) {
    byte[] value = EventJson.bytes(EventJson.full().toString());
    byte[] cut = Arrays.copyOf(value, Math.min(length, value.length - 1));

    assertThat(refused(cut).errorCode()).isEqualTo(ErrorCode.NOT_JSON);
  }

  private DeadLetter refused(byte[] value) {
    return ((ParsedRecord.Invalid) parser.parse(value, POSITION, BROKER_TIME)).letter();
  }

  private Message message(byte[] value) {
    return ((ParsedRecord.Accepted) parser.parse(value, POSITION, BROKER_TIME)).event().message();
  }

  @Test
  void emptyObjectsInsideAreNamedByTheirPath() {
    byte[] value = EventJson.withPayload(p -> ((ObjectNode) p.get("media").get(0)).remove("kind"));

    assertThat(refused(value).error()).isEqualTo("payload.media[0].kind is missing");
  }
}
