package org.groupdigest.job.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.SourcePosition;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.model.events.EventType;
import org.groupdigest.job.model.events.Events;
import org.groupdigest.job.persist.CurrentDigest;
import org.groupdigest.job.persist.DigestEraser;
import org.groupdigest.job.persist.DigestRemover;
import org.groupdigest.job.persist.RemovedDigest;
import org.groupdigest.job.testing.Digests;
import org.junit.jupiter.api.Test;

/** Erasures and retention requests on a cluster, with a store that is away now and then. */
class ErasurePipelineITCase {

  private static final Instant AT = Instant.parse("2025-11-10T12:00:00Z");
  private static final List<GroupKey> GROUPS =
      List.of(new GroupKey("acme", "garden"), new GroupKey("acme", "kitchen"));
  private static final int ERASURES = 30;

  @Test
  void everyErasureIsDoneOnceAndInTheOrderOfItsGroup() throws Exception {
    List<RawRecord> erasures = new ArrayList<>();
    for (int i = 0; i < ERASURES; i++) {
      for (GroupKey group : GROUPS) {
        String event = new Events("test").erased(erasure(group, i)).toJson();
        erasures.add(record(event, GROUPS.indexOf(group)));
      }
    }
    erasures.add(ERASURES, record("poison", 0));
    List<RawRecord> retention = List.of(record("poison", 0), record(retentionRequest(), 1));
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2);
    ErasurePipeline.Outputs out =
        new ErasurePipeline(
                new UnsteadyStore(),
                new PersistRetries(0, Duration.ofMillis(1), Duration.ofMillis(5)),
                8,
                "a secret of some length")
            .assemble(new ErasurePipeline.Inputs(source(env, erasures), source(env, retention)));
    CloseableIterator<EventEnvelope> events = out.events().collectAsync();
    CloseableIterator<DeadLetter> unreadable = out.unreadable().collectAsync();
    CloseableIterator<DeadLetter> refused = out.refused().collectAsync();

    env.execute("erasures");

    Map<String, List<EventEnvelope>> byTopic =
        all(events).stream().collect(Collectors.groupingBy(event -> event.eventType().topic()));
    for (GroupKey group : GROUPS) {
      assertThat(byTopic.get(EventType.PERSISTED.topic()))
          .filteredOn(event -> event.key().equals(group.encoded()))
          .extracting(event -> Json.read(event.payload(), Attempt.class).attempt())
          .isEqualTo(IntStream.range(0, ERASURES).boxed().toList());
    }
    assertThat(byTopic.get(EventType.REMOVED.topic()))
        .singleElement()
        .satisfies(event -> assertThat(event.key()).isEqualTo(GROUPS.get(0).encoded()));
    assertThat(all(unreadable)).extracting(DeadLetter::stage).containsExactly("message_erased");
    assertThat(all(refused)).extracting(DeadLetter::stage).containsExactly("ingest");
  }

  private record Attempt(int attempt) {}

  private static Erasure erasure(GroupKey group, int number) {
    List<String> ids = List.of(Integer.toString(number));
    return new Erasure(group.tenantId(), group.groupId(), ids, null, "trace-" + number, AT);
  }

  private static String retentionRequest() {
    return """
        {"event_id": "0b9d2c0e-5d3b-4f0a-9a43-0d2a5f3f6c13",
         "event_type": "digest.retention.requested.v1", "tenant_id": "acme", "group_id": "garden",
         "occurred_at": "2025-11-10T12:00:00Z", "payload": {"before": "2025-10-01T00:00:00Z"}}
        """;
  }

  private static RawRecord record(String text, int partition) {
    return new RawRecord(text.getBytes(UTF_8), new SourcePosition("test", partition, 0), AT);
  }

  /** A partition is read by one instance, in its order, as from Kafka. */
  private static DataStream<RawRecord> source(
      StreamExecutionEnvironment env, List<RawRecord> records) {
    return env.fromData(records, TypeInformation.of(RawRecord.class))
        .setParallelism(1)
        .keyBy(record -> record.position().partition(), Types.INT);
  }

  private static <T> List<T> all(CloseableIterator<T> results) throws Exception {
    try (results) {
      List<T> all = new ArrayList<>();
      results.forEachRemaining(all::add);
      return all;
    }
  }

  /** Fails twice at everything, and answers sooner or later: the attempt tells which it was. */
  private static final class UnsteadyStore implements ErasureServices, ErasureServices.Opened {

    private static final long serialVersionUID = 1L;

    private transient Map<Object, Integer> tries;

    @Override
    public Opened open() {
      tries = new ConcurrentHashMap<>();
      return this;
    }

    @Override
    public DigestEraser eraser() {
      return erasure -> answer(erasure, () -> List.of(digest(erasure)));
    }

    @Override
    public DigestRemover remover() {
      return (group, before, reason) -> answer(group, () -> List.of(removed(group, reason)));
    }

    private <T> CompletableFuture<T> answer(Object asked, Supplier<T> answer) {
      if (tries.merge(asked, 1, Integer::sum) <= 2) {
        return CompletableFuture.failedFuture(new IllegalStateException("away"));
      }
      int millis = Math.floorMod(asked.hashCode(), 7);
      return CompletableFuture.supplyAsync(
          answer, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }

    private static CurrentDigest digest(Erasure erasure) {
      String number = erasure.messageIds().get(0);
      WindowRef window =
          new WindowRef(
              "w" + number,
              erasure.tenantId(),
              erasure.groupId(),
              24,
              AT.minus(Duration.ofDays(1)),
              AT,
              WindowKind.SCHEDULED,
              "UTC");
      DigestRecord digest = new Digests().window(window).build();
      return new CurrentDigest(digest, Integer.parseInt(number));
    }

    private static RemovedDigest removed(GroupKey group, String reason) {
      return new RemovedDigest(
          group.tenantId(), group.groupId(), "d1", "w1", reason, "trace-1", AT);
    }

    @Override
    public void close() {}
  }
}
