package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.JobStatus;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.groupdigest.connectors.kafka.IdleClockOptions;
import org.groupdigest.job.pipeline.TopicNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A TaskManager that goes away while messages and digests are on their way is not to be seen. */
@ExtendWith(JobTestResources.class)
class RestartITCase {

  private static final String TENANT = "restarted";
  private static final String JOB = "restart";

  /** Longer silences than elsewhere: between the two halves of the sample nothing comes. */
  private static final IdleClockOptions CLOCK =
      new IdleClockOptions(
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          Duration.ofSeconds(15),
          Duration.ofSeconds(10),
          Duration.ofMillis(200));

  private TestServers servers;
  private SampleDays sample;

  @Test
  void aRestartInTheMiddleLosesAndDoublesNothing(TestServers given) throws Exception {
    servers = given;
    sample = new SampleDays(servers.folder("restart-sample"));
    List<IngestRecord> records = sample.of(TENANT).stream().flatMap(List::stream).toList();
    Path folder = servers.folder(JOB);
    try (TestTopics topics = new TestTopics(servers.endpoints().kafka(), JOB)) {
      FinishedStream.policy(
          topics, TENANT, "{\"time_zone\": \"Europe/Moscow\", \"window_hours\": [24]}");
      try (RunningJob job = RunningJob.start(servers, JOB, folder, CLOCK)) {
        loseTaskManagersOnTheWay(job, topics, records);
        patiently().untilAsserted(() -> assertAllArrived(topics.out(), records.size()));
        assertThat(job.status()).isEqualTo(JobStatus.RUNNING);
        job.stop(folder.resolve("savepoint"));
        assertNothingLostOrDoubled(topics.out(), records.size());
      }
    }
  }

  /** Once with messages in state and no window closed, once with windows among the stages. */
  private void loseTaskManagersOnTheWay(
      RunningJob job, TestTopics topics, List<IngestRecord> records) throws Exception {
    int half = records.size() / 2;
    topics.send(records.subList(0, half));
    patiently().untilAsserted(() -> assertThat(servers.ledger(TENANT).received()).isEqualTo(half));
    job.loseTaskManager(0);
    topics.send(records.subList(half, records.size()));
    patiently().until(() -> job.lastRestart() > 0);
    long firstRestart = job.lastRestart();
    patiently()
        .until(() -> topics.out().stream().anyMatch(o -> o.isOf(TopicNames.WINDOW_READY, TENANT)));
    job.loseTaskManager(1);
    patiently().until(() -> job.lastRestart() > firstRestart);
  }

  private static ConditionFactory patiently() {
    return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
  }

  private void assertAllArrived(List<TestTopics.Out> out, int sent) throws Exception {
    assertThat(servers.ledger(TENANT).received()).isEqualTo(sent);
    assertThat(windows(out, TopicNames.PERSISTED)).hasSize(sample.windows());
  }

  private void assertNothingLostOrDoubled(List<TestTopics.Out> out, int sent) throws Exception {
    assertThat(windows(out, TopicNames.WINDOW_READY))
        .hasSize(sample.windows())
        .doesNotHaveDuplicates();
    assertThat(windows(out, TopicNames.PERSISTED))
        .containsExactlyInAnyOrderElementsOf(windows(out, TopicNames.WINDOW_READY));
    assertThat(out)
        .extracting(record -> record.json().path("event_id").asText())
        .doesNotHaveDuplicates();
    assertThat(out).allSatisfy(o -> assertThat(EventSchemas.problems(o)).as(o.topic()).isEmpty());
    TestServers.Ledger ledger = servers.ledger(TENANT);
    assertThat(ledger.received()).isEqualTo(sent);
    assertThat(ledger.accountedFor()).isEqualTo(sent);
    assertThat(ledger.late()).isZero();
    assertThat(storedWindows())
        .containsExactlyInAnyOrderElementsOf(windows(out, TopicNames.WINDOW_READY));
  }

  private List<String> storedWindows() throws Exception {
    return servers
        .rows("SELECT window_id FROM group_digests WHERE tenant_id = '" + TENANT + "'")
        .stream()
        .map(row -> row.get(0))
        .toList();
  }

  private static List<String> windows(List<TestTopics.Out> out, String topic) {
    return out.stream()
        .filter(record -> record.isOf(topic, TENANT))
        .map(FinishedStream::windowId)
        .toList();
  }
}
