package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.groupdigest.job.app.DerivedStores.Store;
import org.groupdigest.job.demo.SampleChat;
import org.groupdigest.job.pipeline.TopicNames;

/** The main job and a job for every derived store, over the sample chat of one tenant. */
final class StoresScenario implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int NEIGHBOURS = 16;
  private static final int PARTITIONS = 4;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

  private final TestServers servers;
  private final String tenant;
  private final Map<String, String> others;
  private final DerivedStores stores;
  private final JobCluster cluster;
  private final TestTopics topics;
  private final SampleDays sample;
  private final Map<String, String> texts = new HashMap<>();

  private StoresScenario(TestServers servers, String tenant, Map<String, String> others)
      throws Exception {
    this.servers = servers;
    this.tenant = tenant;
    this.others = others;
    Path folder = servers.folder(tenant);
    sample = new SampleDays(servers.folder(tenant + "/sample"));
    stores = new DerivedStores(folder.resolve("stores"));
    cluster = new JobCluster(folder.resolve("flink"));
    topics = new TestTopics(servers.endpoints().kafka(), tenant);
  }

  /** Starts the jobs, and of the derived stores those that are there from the start. */
  static StoresScenario start(TestServers servers, String tenant, Set<Store> up) throws Exception {
    return start(servers, tenant, up, Map.of());
  }

  /** As above, with settings that win over those of the scenario. */
  static StoresScenario start(
      TestServers servers, String tenant, Set<Store> up, Map<String, String> others)
      throws Exception {
    StoresScenario scenario = new StoresScenario(servers, tenant, others);
    up.forEach(scenario.stores::start);
    FinishedStream.policy(
        scenario.topics,
        tenant,
        "{\"window_hours\": [24], \"time_zone\": \"" + SampleChat.TIME_ZONE + "\"}");
    scenario.startJob(Pipelines.ALL, 2);
    scenario.startJob(Pipelines.CACHE, 1);
    for (Store store : Store.values()) {
      scenario.startJob(store.pipeline(), 1);
    }
    return scenario;
  }

  private void startJob(Pipelines pipelines, int parallelism) throws Exception {
    Map<String, String> settings = new LinkedHashMap<>(stores.settings());
    Endpoints endpoints = servers.endpoints();
    settings.put("DIGEST_KAFKA_BOOTSTRAP_SERVERS", endpoints.kafka());
    settings.put("DIGEST_KAFKA_CONSUMER_GROUP", tenant);
    settings.put("DIGEST_POSTGRES_URL", endpoints.postgresUrl());
    settings.put("DIGEST_POSTGRES_USER", endpoints.postgresUser());
    settings.put("DIGEST_POSTGRES_PASSWORD", endpoints.postgresPassword());
    settings.put("DIGEST_REDIS_URI", endpoints.redisUri());
    settings.put("DIGEST_PII_KEY", TestServers.PII_KEY);
    settings.put("DIGEST_CLOCK_SILENCE", "3 s");
    settings.put("DIGEST_CLOCK_STARTUP_SILENCE", "8 s");
    settings.put("DIGEST_CLOCK_ALLOWED_DELAY", "10 s");
    settings.put("DIGEST_LEDGER_FLUSH", "500 ms");
    settings.putAll(others);
    StreamMain.Plan plan = StreamMain.plan(settings, "--pipeline", StreamArguments.word(pipelines));
    cluster.start(pipelines, plan, parallelism);
  }

  /** Sends the whole sample chat as this tenant's. */
  void sendSample() throws Exception {
    send(sample.of(tenant).stream().flatMap(List::stream).toList());
  }

  /**
   * Sends the whole sample chat, and at the end of its second day a word of other groups to every
   * partition, so that the windows of the first day close while the others are open.
   */
  void sendSampleAndNeighbours() throws Exception {
    List<List<IngestRecord>> days = sample.of(tenant);
    List<IngestRecord> second = days.get(1);
    send(days.get(0));
    send(second);
    String last = second.get(second.size() - 1).json().at("/payload/posted_at").asText();
    List<IngestRecord> words = new ArrayList<>();
    for (int group = 0; group < NEIGHBOURS; group++) {
      words.add(
          IngestRecord.of(
              IngestRecord.event(
                  tenant + "-neighbours",
                  "landing-" + group,
                  "m" + group,
                  Instant.parse(last),
                  "Nothing new on landing " + group)));
    }
    assertThat(topics.send(words)).as("partitions").hasSize(PARTITIONS);
    send(days.stream().skip(2).flatMap(List::stream).toList());
  }

  /** Makes every window that was handed over be read once more. */
  void replayWindows() throws Exception {
    List<TestTopics.Out> windows =
        topics.out().stream()
            .filter(record -> record.isOf(TopicNames.WINDOW_READY, tenant))
            .distinct()
            .toList();
    for (TestTopics.Out window : windows) {
      topics.control(TopicNames.WINDOW_READY, window.key(), window.value());
    }
  }

  /** How often a digest was announced as stored, repetitions counted. */
  long announcements() {
    return topics.out().stream()
        .filter(record -> record.isOf(TopicNames.PERSISTED, tenant))
        .count();
  }

  void send(List<IngestRecord> records) throws Exception {
    for (IngestRecord record : records) {
      JsonNode payload = record.json().path("payload");
      texts.put(payload.path("message_id").asText(), payload.path("text").asText());
    }
    topics.send(records);
  }

  /** Windows of the sample. */
  int windows() {
    return sample.windows();
  }

  /** What a message said. */
  String text(String messageId) {
    return texts.get(messageId);
  }

  /** Everything that anybody said. */
  Collection<String> texts() {
    return texts.values();
  }

  void delete(String group, String messageId, Instant postedAt) throws Exception {
    ObjectNode event = IngestRecord.event(tenant, group, messageId, postedAt, "");
    event.put("event_id", UUID.randomUUID().toString());
    ((ObjectNode) event.get("payload")).put("op", "delete").remove("text");
    topics.send(IngestRecord.of(event));
  }

  /** Asks for the erasure of a sender or for an end of older digests. */
  void ask(String topic, String group, String payload) throws Exception {
    topics.control(
        topic,
        TestTopics.key(tenant, group),
        """
        {"event_id": "%s", "event_type": "%s.v1", "tenant_id": "%s", "group_id": "%s",
         "occurred_at": "%s", "source": "test", "payload": %s}
        """
            .formatted(UUID.randomUUID(), topic, tenant, group, Instant.now(), payload));
  }

  /** Waits until something holds. */
  static void await(ThrowingRunnable assertion) {
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(LOOK_AGAIN)
        .ignoreExceptions()
        .untilAsserted(assertion);
  }

  /** Waits until so many digests are announced as stored; gives how long it took. */
  Duration awaitDigests(int digests) {
    long from = System.nanoTime();
    await(() -> assertThat(persisted()).hasSize(digests));
    return Duration.ofNanos(System.nanoTime() - from);
  }

  private Set<String> persisted() {
    return topics.out().stream()
        .filter(record -> record.isOf(TopicNames.PERSISTED, tenant))
        .map(record -> record.payload().path("digest_id").asText())
        .collect(Collectors.toSet());
  }

  /** Waits until every derived store holds every digest that it is to hold. */
  void awaitFilled() {
    for (Store store : Store.values()) {
      awaitFilled(store);
    }
  }

  /** The same of one store. */
  void awaitFilled(Store store) {
    String wanted =
        switch (store) {
          case OBJECTS, GRAPH -> "SELECT digest_id FROM group_digests WHERE tenant_id = '%s'";
          case VECTORS ->
              "SELECT DISTINCT d.digest_id FROM group_digests d JOIN group_digest_topics t"
                  + " USING (tenant_id, digest_id) WHERE d.status = 'ready' AND tenant_id = '%s'";
          case CONTEXT -> "SELECT window_id FROM group_conversation_windows WHERE tenant_id = '%s'";
        };
    await(
        () -> {
          String dump = StoreDumps.of(stores, store);
          for (List<String> row : servers.rows(wanted.formatted(tenant))) {
            assertThat(dump.contains(row.get(0))).as(store + " has " + row.get(0)).isTrue();
          }
        });
  }

  /** Every place that keeps anything of this tenant, by name. */
  Map<String, String> dumps() throws Exception {
    return dumps(tenant);
  }

  /** Every place that keeps anything of any tenant, by name. */
  Map<String, String> dumpsOfAll() throws Exception {
    return dumps("");
  }

  private Map<String, String> dumps(String of) throws Exception {
    Map<String, String> dumps = new LinkedHashMap<>();
    dumps.put("POSTGRES", StoreDumps.postgres(servers, of));
    dumps.put("REDIS", StoreDumps.redis(servers, of));
    for (Store store : Store.values()) {
      dumps.put(store.name(), StoreDumps.of(stores, store));
    }
    return dumps;
  }

  /** Rows of a query in which {@code $tenant} stands for this tenant. */
  List<List<String>> rows(String sql) throws Exception {
    return servers.rows(sql.replace("$tenant", "'" + tenant + "'"));
  }

  /** No job has failed, and none has started again. */
  void assertAllRun() throws Exception {
    Set<Pipelines> running = EnumSet.of(Pipelines.ALL, Pipelines.CACHE);
    for (Store store : Store.values()) {
      running.add(store.pipeline());
    }
    for (Pipelines each : running) {
      assertThat(cluster.lastRestart(each)).as(each + " has never started again").isZero();
    }
  }

  DerivedStores stores() {
    return stores;
  }

  JobCluster cluster() {
    return cluster;
  }

  TestTopics topics() {
    return topics;
  }

  @Override
  public void close() throws ExecutionException {
    try (topics;
        stores) {
      cluster.close();
    }
  }
}
