package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.app.DerivedStores.Store;
import org.groupdigest.job.pipeline.TopicNames;
import org.groupdigest.job.sim.LlmSimulator;
import org.groupdigest.job.sim.SimConfig;
import org.groupdigest.job.sim.fault.Fault;
import org.groupdigest.job.sim.fault.SimFaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Personal data goes into the whole job with every store on, while records are broken, requests are
 * malformed, models fail in every way, stores die, messages come late, are edited and deleted: none
 * of it is found in any store, topic, checkpoint, savepoint, dead letter or log.
 */
@ExtendWith(JobTestResources.class)
class CanariesEverywhereITCase {

  private static final String TENANT = Canaries.TENANT + "-2";
  private static final int WINDOWS = 2;
  private static final String MALFORMED = "{\"call\": \"";

  private static final String WINDOWS_TOPIC = "TOPIC " + TopicNames.WINDOW_READY;

  /** What is only written when something went wrong. */
  private static final List<String> TOLD =
      List.of(
          "TOPIC " + TopicNames.INGEST_DLQ,
          "TOPIC " + TopicNames.GENERATE_DLQ,
          "TOPIC " + TopicNames.LATE,
          "TOPIC " + TopicNames.ERASED);

  /** Where words of the messages must be found, or else nobody has looked. */
  private static final List<String> READ =
      List.of(
          "POSTGRES BEFORE",
          "OBJECTS BEFORE",
          "REDIS BEFORE",
          "CONTEXT",
          "SAVEPOINT ALL",
          WINDOWS_TOPIC);

  @Test
  void noSecretIsFoundAnywhereWhateverGoesWrong(TestServers servers) throws Exception {
    SimFaults faults =
        SimFaults.none()
            .with(Fault.RATE_LIMITED, 0.15)
            .with(Fault.SERVER_ERROR, 0.15)
            .with(Fault.RESET, 0.1)
            .with(Fault.TRUNCATED, 0.15)
            .with(Fault.WRONG_SCHEMA, 0.15);
    Map<String, String> places = new LinkedHashMap<>();
    try (LogCapture log = LogCapture.open();
        LlmSimulator models = LlmSimulator.start(SimConfig.defaults().withFaults(faults));
        StoresScenario scenario =
            StoresScenario.start(
                servers,
                TENANT,
                EnumSet.of(Store.OBJECTS, Store.GRAPH),
                SimulatedModels.settings(models, Map.of("DIGEST_WINDOW_HOURS", "4")))) {
      FinishedStream.policy(scenario.topics(), TENANT, "{\"window_hours\": [4]}");
      provoke(scenario);
      scenario.awaitDigests(WINDOWS);
      scenario.stores().start(Store.VECTORS);
      scenario.stores().start(Store.CONTEXT);
      scenario.awaitFilled();
      scenario.dumpsOfAll().forEach((place, dump) -> places.put(place + " BEFORE", dump));
      lateAndDeleted(scenario);
      scenario.awaitFilled();
      places.put("CHECKPOINTS", StoreDumps.files(scenario.cluster().folder()));
      for (Pipelines pipelines : List.of(Pipelines.ALL, Pipelines.VECTORS, Pipelines.CONTEXT)) {
        Path savepoint = scenario.cluster().stop(pipelines);
        places.put("SAVEPOINT " + pipelines, StoreDumps.files(savepoint));
      }
      places.putAll(scenario.dumpsOfAll());
      places.putAll(topics(scenario));
      places.put("LOG", log.text());
    }
    for (String place : READ) {
      assertThat(places.get(place).contains(Canaries.HARMLESS)).as(place + " was read").isTrue();
    }
    assertThat(places.keySet()).as("what went wrong was told").containsAll(TOLD);
    assertThat(places.get("LOG")).isNotEmpty();
    places.forEach(CanariesEverywhereITCase::assertNoSecret);
  }

  private static void provoke(StoresScenario scenario) throws Exception {
    Instant now = Instant.now();
    scenario.send(records(now));
    scenario.send(records(now.minus(4, ChronoUnit.HOURS)));
    for (IngestRecord poison : PoisonRecords.byExpectedCode().values()) {
      scenario.topics().send(poison);
    }
    String secret = Canaries.SECRETS.get(0);
    for (String topic :
        List.of(
            TopicNames.REQUESTS,
            TopicNames.POLICIES,
            TopicNames.ERASURES,
            TopicNames.RETENTION,
            TopicNames.WINDOW_READY,
            TopicNames.ERASED)) {
      scenario.topics().control(topic, TENANT, MALFORMED + secret + "\", ");
      scenario.topics().control(topic, TENANT, MALFORMED + secret + "\"}");
    }
  }

  private static List<IngestRecord> records(Instant now) throws Exception {
    List<IngestRecord> own = new ArrayList<>();
    for (IngestRecord record : Canaries.records(now)) {
      ObjectNode event = record.json();
      event.put("tenant_id", TENANT);
      ObjectNode payload = (ObjectNode) event.get("payload");
      payload.put("message_id", payload.get("message_id").asText() + "-" + now.getEpochSecond());
      own.add(IngestRecord.of(event));
    }
    return own;
  }

  private static void lateAndDeleted(StoresScenario scenario) throws Exception {
    Instant old = Instant.now().minus(60, ChronoUnit.HOURS);
    scenario.send(records(old).subList(3, 5));
    List<String> first =
        scenario
            .rows(
                "SELECT message_id FROM group_digest_messages WHERE tenant_id = $tenant"
                    + " ORDER BY posted_at LIMIT 1")
            .get(0);
    scenario.delete(Canaries.GROUP, first.get(0), old);
    scenario.ask(TopicNames.ERASURES, Canaries.GROUP, "{\"sender_id\": \"u2\"}");
    StoresScenario.await(
        () ->
            assertThat(
                    scenario.rows(
                        "SELECT 1 FROM group_digests WHERE tenant_id = $tenant AND erased_at"
                            + " IS NOT NULL"))
                .isNotEmpty());
  }

  /** What the jobs wrote, by topic; what was asked of them in bad form is not theirs. */
  private static Map<String, String> topics(StoresScenario scenario) {
    Map<String, String> topics = new LinkedHashMap<>();
    for (TestTopics.Out record : scenario.topics().out()) {
      if (!record.value().startsWith(MALFORMED)) {
        topics.merge("TOPIC " + record.topic(), record.key() + record.value(), String::concat);
      }
    }
    return topics;
  }

  private static void assertNoSecret(String place, String content) {
    for (String secret : Canaries.SECRETS) {
      assertThat(content.contains(secret)).as(place + " has a secret").isFalse();
    }
    assertThat(content.contains(PoisonRecords.PHONE)).as(place).isFalse();
    assertThat(content.contains(PoisonRecords.MAIL)).as(place).isFalse();
  }
}
