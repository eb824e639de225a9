package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.groupdigest.connectors.kafka.KafkaRecord;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.PostgresConfig;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.model.events.Events;
import org.groupdigest.job.model.events.Payloads;
import org.groupdigest.job.persist.CurrentDigest;
import org.groupdigest.job.persist.SampleDigests;
import org.groupdigest.job.persist.StoredDigests;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.stores.StoredDigestsSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The beginning of every derived store as a running job, on lists and a store in memory. */
class DigestChangesITCase {

  private static final Events EVENTS = new Events("test");
  private static final int GROUPS = 7;
  private static final int DAYS = 12;

  // Operators are made by deserialisation: a static is the only place that they share with a test.
  private static final Map<String, CurrentDigest> STORED = new ConcurrentHashMap<>();
  private static final AtomicInteger REFUSALS = new AtomicInteger();
  private static final AtomicInteger OPEN = new AtomicInteger();

  private final List<KafkaRecord> records = new ArrayList<>();

  @BeforeEach
  void clear() {
    STORED.clear();
    REFUSALS.set(0);
  }

  @Test
  void changesOfAGroupComeInTheOrderOfItsEventsAndSayWhatTheStoreHasNow() throws Exception {
    for (int day = 0; day < DAYS; day++) {
      for (int group = 0; group < GROUPS; group++) {
        DigestRecord digest = digest(group, day);
        if (day % 3 != 0) {
          STORED.put(digest.digestId(), new CurrentDigest(digest, day));
        }
        records.add(record(EVENTS.persisted(digest, 1, SampleDigests.MORNING)));
      }
    }
    Map<GroupKey, List<DigestChange>> changes =
        run().stream().collect(Collectors.groupingBy(DigestChange::group));
    assertThat(changes).hasSize(GROUPS);
    changes.values().forEach(DigestChangesITCase::checkOneGroup);
    assertThat(OPEN).as("what was opened was closed").hasValue(0);
  }

  private static void checkOneGroup(List<DigestChange> changes) {
    assertThat(changes).hasSize(DAYS);
    for (int day = 0; day < DAYS; day++) {
      int group = Integer.parseInt(changes.get(day).groupId());
      assertThat(changes.get(day).digestId()).isEqualTo(digest(group, day).digestId());
      assertThat(changes.get(day).isRemoval()).isEqualTo(day % 3 == 0);
      assertThat(changes.get(day).attempt()).isEqualTo(day % 3 == 0 ? 0 : day);
    }
  }

  @Test
  void aStoreThatIsAwayLosesNothingAndKeepsTheOrder() throws Exception {
    REFUSALS.set(5);
    for (int day = 0; day < DAYS; day++) {
      STORED.put(digest(0, day).digestId(), new CurrentDigest(digest(0, day), 1));
      records.add(record(EVENTS.persisted(digest(0, day), 1, SampleDigests.MORNING)));
    }
    List<DigestChange> changes = run();
    assertThat(changes).hasSize(DAYS);
    for (int day = 0; day < DAYS; day++) {
      assertThat(changes.get(day).digestId()).isEqualTo(digest(0, day).digestId());
    }
  }

  @Test
  void whatCannotBeReadStopsNobody() throws Exception {
    DigestRecord digest = digest(0, 0);
    Payloads.Removed payload =
        new Payloads.Removed(digest.window().windowId(), digest.digestId(), "retention");
    records.add(record("k", "not json".getBytes(StandardCharsets.UTF_8)));
    records.add(record("k", null));
    records.add(
        record("k", "{\"event_type\":\"digest.later.v9\"}".getBytes(StandardCharsets.UTF_8)));
    records.add(
        record(
            EVENTS.removed(digest.window().groupKey(), payload, "trace", SampleDigests.MORNING)));
    assertThat(run()).singleElement().matches(DigestChange::isRemoval);
  }

  private List<DigestChange> run() throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(2, LocalFlink.forBoundedRun());
    return DigestChanges.of(inPartitions(env), new InMemory()).executeAndCollect(1_000);
  }

  /** As from the topic: records of a key follow each other. */
  private DataStream<KafkaRecord> inPartitions(StreamExecutionEnvironment env) {
    return env.fromData(records, TypeInformation.of(KafkaRecord.class))
        .uid("records")
        .keyBy(record -> new String(record.key(), StandardCharsets.UTF_8), Types.STRING);
  }

  private static DigestRecord digest(int group, int day) {
    return SampleDigests.digest().of("garden", Integer.toString(group)).day(day).build();
  }

  private static KafkaRecord record(EventEnvelope event) {
    return record(event.key(), event.toJson().getBytes(StandardCharsets.UTF_8));
  }

  private static KafkaRecord record(String key, byte[] value) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return new KafkaRecord("digest.persisted", 0, 0, 0, bytes, value, Map.of());
  }

  private static final class InMemory implements StoredDigestsSource, StoredDigests {
    private static final long serialVersionUID = 1L;

    @Override
    public Opened open() {
      OPEN.incrementAndGet();
      return new Opened(this, OPEN::decrementAndGet);
    }

    @Override
    public CompletionStage<Optional<CurrentDigest>> find(String tenantId, String digestId) {
      if (REFUSALS.getAndDecrement() > 0) {
        return away();
      }
      // On another thread, so that answers come in an order of their own.
      return CompletableFuture.supplyAsync(() -> Optional.ofNullable(STORED.get(digestId)));
    }

    /** What a pool that has ended answers: the same may succeed later. */
    private static CompletionStage<Optional<CurrentDigest>> away() {
      AsyncTenantTransactions ended =
          AsyncTenantTransactions.open(
              PostgresConfig.of("jdbc:postgresql://127.0.0.1:1/none", "nobody", ""));
      ended.close();
      return ended.inTenant("garden", connection -> Optional.empty());
    }
  }
}
