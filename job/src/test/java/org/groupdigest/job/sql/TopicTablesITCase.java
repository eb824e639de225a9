package org.groupdigest.job.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.groupdigest.connectors.kafka.TopicSpec;
import org.groupdigest.connectors.kafka.Topics;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.MediaStats;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.model.events.EventType;
import org.groupdigest.job.model.events.Events;
import org.groupdigest.job.persist.SampleDigests;
import org.groupdigest.localstack.LocalStack;
import org.groupdigest.localstack.Service;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables over topics, on a broker, over events of the job's own builders. */
class TopicTablesITCase {
  private static final Instant AT = Instant.parse("2026-03-03T00:10:00.123Z");
  private static final Events EVENTS = new Events("digests");

  private static LocalStack broker;
  private static TableEnvironment analyst;

  @BeforeAll
  static void start(@TempDir Path home) throws Exception {
    broker = LocalStack.builder().folder(home).services(EnumSet.of(Service.KAFKA)).start();
    List<TopicSpec> topics =
        Stream.of(EventType.values()).map(type -> TopicSpec.of(type.topic(), 1, 1)).toList();
    Topics.ensure(broker.kafka().bootstrapServers(), topics);
    DigestRecord ready = SampleDigests.digest().build();
    DigestRecord blocked =
        SampleDigests.digest().day(1).status(DigestStatus.BLOCKED_QUALITY).evaluation(null).build();
    produce(
        EVENTS.windowReady(context(ready.window()), 1, AT),
        EVENTS.stageCompleted(ready.window(), "trace-1", ready.artifacts().get(0), 1, AT),
        EVENTS.persisted(ready, 1, AT),
        EVENTS.persisted(ready, 1, AT.plusSeconds(30)),
        EVENTS.persisted(blocked, 1, AT),
        EVENTS.blocked(blocked, 1, AT));
    analyst = environment();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void aWindowIsReadWithItsTimesAndCounts() throws Exception {
    assertThat(
            rows(
                "SELECT tenant_id, occurred_at, payload.`window`.`start`, payload.`language`,"
                    + " payload.stats.received, payload.stats.duplicates FROM window_ready_events"))
        .containsExactly("+I[garden, 2026-03-03T00:10:00.123Z, 2026-03-02T00:00:00Z, en, 12, 2]");
  }

  @Test
  void aDigestIsReadWithItsStatusAndQuality() throws Exception {
    assertThat(
            rows(
                "SELECT payload.status, payload.quality, payload.attempt, payload.window_end"
                    + " FROM digest_persisted_events"))
        .containsExactlyInAnyOrder(
            "+I[ready, 0.75, 1, 2026-03-03T00:00:00Z]",
            "+I[ready, 0.75, 1, 2026-03-03T00:00:00Z]",
            "+I[blocked_quality, null, 1, 2026-03-04T00:00:00Z]");
  }

  @Test
  void whatIsSaidTwiceCountsOnce() throws Exception {
    assertThat(rows("SELECT payload.status FROM digests_persisted_once"))
        .containsExactlyInAnyOrder("+I[ready]", "+I[blocked_quality]");
  }

  @Test
  void blocksAndStagesAreRead() throws Exception {
    assertThat(rows("SELECT payload.status, payload.status_reason FROM digest_blocked_events"))
        .containsExactly("+I[blocked_quality, focus 0.40 under 0.70]");
    assertThat(
            rows(
                "SELECT payload.stage, payload.outcome, payload.boundary_integrity"
                    + " FROM stage_completed_events"))
        .containsExactly("+I[topic_agent, ok, 1.0]");
  }

  private static TableEnvironment environment() {
    TableEnvironment environment =
        TableEnvironment.create(EnvironmentSettings.newInstance().inStreamingMode().build());
    environment.getConfig().set("parallelism.default", "1");
    Map<String, String> address =
        Map.of("KAFKA_BOOTSTRAP_SERVERS", broker.kafka().bootstrapServers());
    for (String statement : new SqlFiles(address).statements("topics.sql")) {
      // The tables never end; the test reads them up to now.
      environment.executeSql(
          statement.replace(
              "'format' = 'json'", "'format' = 'json', 'scan.bounded.mode' = 'latest-offset'"));
    }
    return environment;
  }

  private static void produce(EventEnvelope... events) throws Exception {
    Properties settings = new Properties();
    settings.setProperty("bootstrap.servers", broker.kafka().bootstrapServers());
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
      for (EventEnvelope event : events) {
        String json = event.toJson();
        assertThat(json.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_000_000);
        producer.send(new ProducerRecord<>(event.eventType().topic(), event.key(), json)).get();
      }
    }
  }

  private static WindowContext context(WindowRef window) {
    return new WindowContext(
        window,
        new GroupInfo("Plots", null, "telegram"),
        "trace-1",
        "en",
        new ContextStats(12, 0, 2, 0, 0, 0, 10, 0, 3, 0),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new MediaStats(0, 0, 0, Map.of()),
        List.of(),
        List.of());
  }

  private static List<String> rows(String query) throws Exception {
    List<String> rows = new ArrayList<>();
    CloseableIterator<Row> result = analyst.executeSql(query).collect();
    result.forEachRemaining(row -> rows.add(row.toString()));
    result.close();
    return rows;
  }
}
