package org.groupdigest.job.model.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.types.PojoTestUtils;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.ErrorCode;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.MediaHighlight;
import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.MediaKind;
import org.groupdigest.job.model.MediaStats;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageLink;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.ParticipantStats;
import org.groupdigest.job.model.RankedMessage;
import org.groupdigest.job.model.SourcePosition;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.persist.SampleDigests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the builders say is what the schemas allow, and the schemas allow nothing else. */
class EventContractTest {
  private static final Instant AT = Instant.parse("2026-03-03T00:10:00.123Z");
  private static final Events EVENTS = new Events("digests");
  private static final DeliveryTarget CHAT = new DeliveryTarget("telegram", "-1001");
  private static final String TRACE = "trace-1";

  private static final JsonSchemaFactory SCHEMAS =
      JsonSchemaFactory.getInstance(
          SpecVersion.VersionFlag.V202012,
          builder ->
              builder.schemaMappers(
                  mappers ->
                      mappers.mapPrefix("https://groupdigest.org/schemas/", "classpath:schemas/")));

  static Stream<EventEnvelope> events() {
    return events(1, AT);
  }

  private static Stream<EventEnvelope> events(int attempt, Instant at) {
    DigestRecord ready = SampleDigests.digest().build();
    DigestRecord skipped =
        SampleDigests.digest()
            .withoutSynthesis()
            .evaluation(null)
            .status(DigestStatus.SKIPPED_EMPTY_WINDOW)
            .build();
    WindowRef window = ready.window();
    return Stream.of(
        EVENTS.windowReady(context(window), attempt, at),
        EVENTS.messageLate(window.groupKey(), message(), position(), TRACE, at),
        EVENTS.erased(new Erasure("acme", "garden", List.of("m1", "m2"), null, TRACE, at)),
        EVENTS.erased(new Erasure("acme", "garden", List.of(), "u7", TRACE, at)),
        EVENTS.removed(
            window.groupKey(),
            new Payloads.Removed(window.windowId(), ready.digestId(), "retention"),
            TRACE,
            at),
        EVENTS.contextPrepared(context(window), attempt, at),
        EVENTS.stageStarted(window, TRACE, Stage.TOPIC_AGENT, attempt, at),
        EVENTS.stageCompleted(window, TRACE, ready.artifacts().get(0), attempt, at),
        EVENTS.blocked(skipped, attempt, at),
        EVENTS.readyForDelivery(ready, List.of(CHAT), attempt, at),
        EVENTS.persisted(ready, attempt, at),
        EVENTS.persisted(skipped, attempt + 1, at),
        EVENTS.delivered(ready, CHAT, List.of("77", "78"), attempt, at),
        EVENTS.deadLetter(deadLetter("garden"), at),
        EVENTS.deadLetter(deadLetter(""), at),
        EVENTS.generationDeadLetter(deadLetter("garden"), at));
  }

  @ParameterizedTest
  @MethodSource("events")
  void whatIsSaidKeepsToTheSchema(EventEnvelope event) {
    assertThat(problems(event.eventType(), Json.read(event.toJson(), JsonNode.class))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("events")
  void theSchemaRefusesWhatIsMissingAndWhatIsNew(EventEnvelope event) {
    ObjectNode json = Json.read(event.toJson(), ObjectNode.class);
    json.fieldNames()
        .forEachRemaining(
            field ->
                assertThat(problems(event.eventType(), json.deepCopy().without(field)))
                    .as(field)
                    .isNotEmpty());
    ObjectNode payload = (ObjectNode) json.get("payload");
    payload
        .fieldNames()
        .forEachRemaining(
            field -> {
              ObjectNode less = json.deepCopy();
              ((ObjectNode) less.get("payload")).remove(field);
              assertThat(problems(event.eventType(), less)).as(field).isNotEmpty();
            });
    assertThat(problems(event.eventType(), json.deepCopy().put("news", 1))).isNotEmpty();
    payload.put("news", 1);
    assertThat(problems(event.eventType(), json)).isNotEmpty();
  }

  @Test
  void everyTypeIsCovered() {
    Set<EventType> covered = events().map(EventEnvelope::eventType).collect(Collectors.toSet());
    assertThat(covered).isEqualTo(EnumSet.allOf(EventType.class));
  }

  @ParameterizedTest
  @EnumSource(EventType.class)
  void everyTypeHasASchemaThatNamesIt(EventType type) {
    assertThat(getClass().getResource(type.schemaResource())).isNotNull();
    EventEnvelope event =
        events().filter(each -> each.eventType() == type).findFirst().orElseThrow();
    ObjectNode json = Json.read(event.toJson(), ObjectNode.class);
    assertThat(problems(type, json.put("event_type", "other.v1"))).isNotEmpty();
  }

  @Test
  void anIdFollowsFromWhatIsSaidAndNotFromTheTime() {
    List<String> ids = events(1, AT).map(EventEnvelope::eventId).toList();
    assertThat(events(1, AT.plusSeconds(60)).map(EventEnvelope::eventId).toList()).isEqualTo(ids);
    // The two dead letters differ in their tenant alone: one position is one fact.
    assertThat(Set.copyOf(ids)).hasSize(ids.size() - 1);
  }

  @Test
  void anotherAttemptIsAnotherEventButADeliveryHappensOnce() {
    DigestRecord digest = SampleDigests.digest().build();
    assertThat(EVENTS.persisted(digest, 2, AT).eventId())
        .isNotEqualTo(EVENTS.persisted(digest, 1, AT).eventId());
    assertThat(EVENTS.delivered(digest, CHAT, List.of("1"), 2, AT).eventId())
        .isEqualTo(EVENTS.delivered(digest, CHAT, List.of("1"), 1, AT).eventId());
  }

  @Test
  void readinessIsNotAnnouncedOfABlockedDigestNorTheOtherWayRound() {
    DigestRecord ready = SampleDigests.digest().build();
    DigestRecord blocked = SampleDigests.digest().status(DigestStatus.BLOCKED_RBAC).build();
    assertThatThrownBy(() -> EVENTS.blocked(ready, 1, AT))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> EVENTS.readyForDelivery(blocked, List.of(), 1, AT))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aKeyIsNeverAmbiguous() {
    DigestRecord one = SampleDigests.digest().of("a:b", "c").build();
    DigestRecord two = SampleDigests.digest().of("a", "b:c").build();
    assertThat(EVENTS.persisted(one, 1, AT).key()).isNotEqualTo(EVENTS.persisted(two, 1, AT).key());
  }

  @Test
  void envelopesTravelWithoutKryo() {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(EventEnvelope.class);
  }

  private static Set<ValidationMessage> problems(EventType type, JsonNode event) {
    String schema = "https://groupdigest.org/schemas/events/" + type.topic() + ".json";
    SchemaValidatorsConfig strict =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return SCHEMAS.getSchema(SchemaLocation.of(schema), strict).validate(event);
  }

  private static WindowContext context(WindowRef window) {
    return new WindowContext(
        window,
        new GroupInfo("Plots", null, "telegram"),
        TRACE,
        "en",
        new ContextStats(12, 0, 1, 1, 1, 0, 11, 1, 2, 30),
        List.of(message()),
        List.of(new RankedMessage("m1", 0.9, 0.5, 1, 0.2, 0.4, 0)),
        List.of(new DuplicateGroup("m1", List.of("m4"), List.of("otto"), 1)),
        List.of(new MessageLink("m2", "m1", 0.8)),
        List.of(new MessageLink("m3", "m0", 0.9)),
        List.of(new MessageThread("th1", List.of("m1"))),
        List.of(new ParticipantStats("7", "mila", false, 3, 1, 2, 1, 4, 120, 1, 1)),
        new MediaStats(1, 1, 2048, Map.of("image", 1)),
        List.of(new MediaHighlight("m1", MediaKind.IMAGE, "the well", null, null)),
        List.of("m1"));
  }

  private static Message message() {
    MediaItem photo =
        new MediaItem(MediaKind.IMAGE, null, null, 0, "the well", null, null, List.of(), null);
    return new Message(
        "m1",
        0,
        SampleDigests.MORNING,
        "7",
        "mila",
        null,
        false,
        "The well is dry",
        null,
        null,
        null,
        Map.of("👍", 2),
        2,
        List.of(photo));
  }

  private static DeadLetter deadLetter(String tenant) {
    return new DeadLetter(
        "ingest",
        ErrorCode.NOT_JSON,
        "not JSON",
        null,
        "{\"tenant",
        0,
        AT,
        null,
        ErrorCode.NOT_JSON.nextAction(),
        tenant,
        tenant.isEmpty() ? "" : "plots",
        "",
        position());
  }

  private static SourcePosition position() {
    return new SourcePosition("group.message.ingested", 2, 41);
  }
}
