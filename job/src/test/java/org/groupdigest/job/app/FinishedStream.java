package org.groupdigest.job.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.flink.api.common.JobStatus;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.awaitility.Awaitility;
import org.groupdigest.connectors.kafka.IdleClockOptions;
import org.groupdigest.job.pipeline.TopicNames;
import org.groupdigest.testing.Seeds;

/**
 * One run of the job over the records of several tenants, and what it left in every topic and
 * store. All records are sent before the job starts and none after, so that nothing but the quiet
 * topic's own clock can close the last windows. Made once for all test classes that look at it.
 */
final class FinishedStream {

  static final String ONCE = "once";
  static final String THRICE = "thrice";
  static final String SWITCHED_OFF = "switched-off";
  static final String TWO_SIZES = "two-sizes";

  /** Records of a day that come before the evening before is delivered again. */
  private static final int MORNING = 10;

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final IdleClockOptions CLOCK =
      new IdleClockOptions(
          Duration.ofSeconds(5),
          Duration.ofSeconds(3),
          Duration.ofSeconds(8),
          Duration.ofSeconds(10),
          Duration.ofMillis(200));

  private final TestServers servers;
  private final SampleDays sample;
  private final Map<String, Integer> sent = new LinkedHashMap<>();
  private final Set<Integer> partitionsSentTo = new TreeSet<>();
  private final Map<String, RecordMetadata> poison = new LinkedHashMap<>();

  private List<TestTopics.Out> out;
  private JobStatus statusAtTheEnd;
  private Path savepoint;
  private String log;

  private FinishedStream(TestServers servers) throws Exception {
    this.servers = servers;
    this.sample = new SampleDays(servers.folder("sample"));
  }

  static FinishedStream run(TestServers servers) throws Exception {
    FinishedStream stream = new FinishedStream(servers);
    Path folder = servers.folder("finished-stream");
    try (LogCapture capture = LogCapture.open();
        TestTopics topics = new TestTopics(servers.endpoints().kafka(), "finished-stream")) {
      stream.sendAll(topics);
      try (RunningJob job = RunningJob.start(servers, "finished-stream", folder, CLOCK)) {
        stream.await(topics);
        stream.statusAtTheEnd = job.status();
        stream.savepoint = job.stop(folder.resolve("savepoint"));
        stream.out = topics.out();
      }
      stream.log = capture.text();
    }
    return stream;
  }

  private void sendAll(TestTopics topics) throws Exception {
    for (String tenant : List.of(ONCE, THRICE, PoisonRecords.TENANT)) {
      policy(topics, tenant, "{\"time_zone\": \"Europe/Moscow\", \"window_hours\": [24]}");
    }
    policy(topics, SWITCHED_OFF, "{\"enabled\": false, \"time_zone\": \"Europe/Moscow\"}");
    policy(topics, TWO_SIZES, "{\"window_hours\": [4, 24], \"time_zone\": \"Europe/Moscow\"}");
    policy(topics, Canaries.TENANT, "{\"window_hours\": [4]}");
    for (var record : PoisonRecords.byExpectedCode().entrySet()) {
      poison.put(record.getKey(), topics.send(record.getValue()));
    }
    send(topics, PoisonRecords.TENANT, sample.firstDay(PoisonRecords.TENANT, PoisonRecords.GROUP));
    send(topics, SWITCHED_OFF, sample.firstDay(SWITCHED_OFF, PoisonRecords.GROUP));
    send(topics, TWO_SIZES, sample.firstDay(TWO_SIZES, PoisonRecords.GROUP));
    send(topics, ONCE, sample.of(ONCE).stream().flatMap(List::stream).toList());
    send(topics, THRICE, thrice());
    send(topics, Canaries.TENANT, Canaries.records(Instant.now()));
  }

  static void policy(TestTopics topics, String tenant, String payload) throws Exception {
    topics.policy(
        tenant,
        """
        {"event_id": "%s", "event_type": "digest.tenant.policy.v1", "tenant_id": "%s",
         "occurred_at": "2025-11-01T00:00:00Z", "source": "test", "payload": %s}
        """
            .formatted(UUID.nameUUIDFromBytes(tenant.getBytes(UTF_8)), tenant, payload));
  }

  /**
   * Every day twice in any order, and once more in any order when the next has begun: its window
   * has closed by then, its messages are still known.
   */
  private List<IngestRecord> thrice() {
    Random random = new Random(Seeds.of("order of the repeated sample"));
    List<IngestRecord> records = new ArrayList<>();
    List<IngestRecord> again = new ArrayList<>();
    for (List<IngestRecord> day : sample.of(THRICE)) {
      int morning = Math.min(MORNING, day.size());
      records.addAll(day.subList(0, morning));
      records.addAll(again);
      List<IngestRecord> rest = new ArrayList<>(day);
      rest.addAll(day.subList(morning, day.size()));
      Collections.shuffle(rest, random);
      records.addAll(rest);
      again = new ArrayList<>(day);
      Collections.shuffle(again, random);
    }
    records.addAll(again);
    return records;
  }

  private void send(TestTopics topics, String tenant, List<IngestRecord> records) throws Exception {
    partitionsSentTo.addAll(topics.send(records));
    sent.put(tenant, records.size());
  }

  private void await(TestTopics topics) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(250))
        .untilAsserted(() -> assertFinished(topics.out()));
  }

  private void assertFinished(List<TestTopics.Out> soFar) throws Exception {
    Set<String> ready = windows(soFar, TopicNames.WINDOW_READY);
    assertThat(windows(soFar, TopicNames.PERSISTED)).isEqualTo(ready);
    for (var tenant : sent.entrySet()) {
      int unreadable = tenant.getKey().equals(PoisonRecords.TENANT) ? knownPoison() : 0;
      assertThat(servers.ledger(tenant.getKey()).received())
          .as(tenant.getKey())
          .isEqualTo(tenant.getValue() + unreadable);
      assertThat(longestWindows(soFar, tenant.getKey())).as(tenant.getKey()).isPositive();
    }
    for (String tenant : List.of(ONCE, THRICE)) {
      assertThat(longestWindows(soFar, tenant)).as(tenant).isEqualTo(sample.windows());
    }
  }

  /** Unreadable records that tell whose they are. */
  static int knownPoison() {
    return 2;
  }

  private static long longestWindows(List<TestTopics.Out> out, String tenant) {
    int hours = tenant.equals(Canaries.TENANT) ? 4 : 24;
    return out.stream()
        .filter(record -> record.isOf(TopicNames.WINDOW_READY, tenant))
        .filter(record -> record.payload().path("window").path("hours").asInt() == hours)
        .count();
  }

  private static Set<String> windows(List<TestTopics.Out> out, String topic) {
    return out.stream()
        .filter(record -> record.topic().equals(topic))
        .map(FinishedStream::windowId)
        .collect(Collectors.toSet());
  }

  /** The window that an event speaks of. */
  static String windowId(TestTopics.Out record) {
    String own = record.payload().path("window_id").asText();
    return own.isEmpty() ? record.payload().path("window").path("window_id").asText() : own;
  }

  TestServers servers() {
    return servers;
  }

  SampleDays sample() {
    return sample;
  }

  /** Everything that went out. */
  List<TestTopics.Out> out() {
    return out;
  }

  /** What went out to a topic about a tenant. */
  List<TestTopics.Out> out(String topic, String tenant) {
    return out.stream().filter(record -> record.isOf(topic, tenant)).toList();
  }

  /** How many readable records a tenant has sent. */
  int sent(String tenant) {
    return sent.get(tenant);
  }

  /** Partitions that have records of this run. */
  Set<Integer> partitionsSentTo() {
    return partitionsSentTo;
  }

  /** Where the unreadable records stand, by their expected code. */
  Map<String, RecordMetadata> poison() {
    return poison;
  }

  /** Status of the job when everything had come out. */
  JobStatus statusAtTheEnd() {
    return statusAtTheEnd;
  }

  /** The job's state when everything had come out. */
  Path savepoint() {
    return savepoint;
  }

  /** What the process logged meanwhile. */
  String log() {
    return log;
  }
}
