package org.groupdigest.job.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.groupdigest.connectors.contextstore.FakeContextStore;
import org.groupdigest.job.config.SecretReference;
import org.groupdigest.job.config.StoreSettings;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.SourcePosition;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.model.events.Events;
import org.groupdigest.job.model.events.Payloads;
import org.groupdigest.job.pipeline.RawRecord;
import org.groupdigest.job.testing.WindowFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The job that keeps the context storage, over whole topics and against a service. */
@Timeout(120)
class ContextJobITCase {

  private static final Instant AT = Instant.parse("2025-11-11T08:00:00Z");
  private static final Events EVENTS = new Events("test");
  private static final WindowContext DAY =
      new WindowFixture()
          .message("m1", "anna", "the ferry leaves at seven")
          .message("m2", "boris", "bring the blue ropes")
          .message("m3", "vera", "the kettle is on board")
          .build();
  private static final String NAMESPACE = "digest-t1";

  private final FakeContextStore service = FakeContextStore.start();

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void whatIsErasedIsForgottenAndATopicThatIsReadAgainDoesNotBringItBack() throws Exception {
    run(List.of(raw(ready())), List.of(raw(nothing())), List.of(raw(nothing())));
    assertThat(service.namespaces().texts(NAMESPACE)).hasSize(3);

    run(
        List.of(raw(ready())),
        List.of(raw(erased(List.of("m1"), null)), raw(erased(List.of(), "id-vera"))),
        List.of(raw(nothing())));
    assertThat(service.namespaces().texts(NAMESPACE)).containsExactly("bring the blue ropes");
    assertThat(service.namespaces().dump()).doesNotContain("ferry", "kettle");
  }

  @Test
  void nothingIsKeptOfAWindowWhoseDigestWasRemoved() throws Exception {
    Payloads.Removed removed = new Payloads.Removed(DAY.window().windowId(), "d-1", "retention");
    EventEnvelope event = EVENTS.removed(DAY.window().groupKey(), removed, "trace", AT);
    run(List.of(raw(ready())), List.of(raw(nothing())), List.of(raw(event.toJson())));
    assertThat(service.namespaces().texts(NAMESPACE)).isEmpty();
  }

  private void run(List<RawRecord> ready, List<RawRecord> erased, List<RawRecord> removed)
      throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(1, LocalFlink.required());
    StoreSettings.ContextStorage settings =
        new StoreSettings.ContextStorage(
            true, service.url(), SecretReference.none(), Duration.ofSeconds(3));
    ContextJob.assemble(
        records(env, ready, "ready"),
        records(env, erased, "erased"),
        records(env, removed, "removed"),
        ContextJob.sink(settings));
    env.execute();
  }

  private static DataStream<RawRecord> records(
      StreamExecutionEnvironment env, List<RawRecord> records, String uid) {
    return env.fromData(records, TypeInformation.of(RawRecord.class)).uid(uid);
  }

  private static String ready() {
    return EVENTS.windowReady(DAY, 1, DAY.window().end()).toJson();
  }

  private static String erased(List<String> messageIds, String senderId) {
    Erasure erasure =
        new Erasure(
            DAY.window().tenantId(), DAY.window().groupId(), messageIds, senderId, "trace", AT);
    return EVENTS.erased(erasure).toJson();
  }

  /** What no event is: it is left out, and the job goes on. */
  private static String nothing() {
    return "{}";
  }

  private static RawRecord raw(String value) {
    return new RawRecord(value.getBytes(UTF_8), new SourcePosition("test", 0, 0), AT);
  }
}
