package org.groupdigest.connectors.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.groupdigest.connectors.s3.S3ServerFixture.await;
import static org.groupdigest.connectors.s3.S3ServerFixture.text;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.util.ExceptionUtils;
import org.awaitility.Awaitility;
import org.groupdigest.connectors.s3.S3Reply.Answered;
import org.groupdigest.connectors.sink.RetryDelay;
import org.groupdigest.connectors.sink.SinkJob;
import org.groupdigest.connectors.sink.StoreAccessException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 3, unit = TimeUnit.MINUTES)
class S3SinkITCase {
  private static S3ServerFixture server;
  private static S3Objects objects;

  @BeforeAll
  static void start(@TempDir Path folder) throws Exception {
    server = new S3ServerFixture(folder);
    objects = S3Objects.open(server.config());
  }

  @AfterAll
  static void stop() {
    objects.close();
    server.close();
  }

  @Test
  void everyElementIsAnObjectAndAReplayChangesNothing() throws Exception {
    SinkJob.run(sink(server.config(), "replay/"));
    List<S3Listed> once = listed("replay/");
    assertThat(once).hasSize(SinkJob.NUMBERS);
    SinkJob.run(sink(server.config(), "replay/"));
    assertThat(listed("replay/")).as("sizes and times of writing, too").isEqualTo(once);
  }

  @Test
  void aServerThatDiesInTheMiddleAndComesBackHasEverything() throws Exception {
    JobClient job = SinkJob.startHalf(sink(server.config(), "outage/"));
    Awaitility.await().until(() -> !listed("outage/").isEmpty());
    server.close();
    SinkJob.goOn();
    SinkJob.awaitFailure();
    server.startAgain();
    job.getJobExecutionResult().get(1, TimeUnit.MINUTES);
    assertThat(listed("outage/")).hasSize(SinkJob.NUMBERS);
  }

  @Test
  void aWrongSecretFailsTheStartByItsName() throws Exception {
    S3Sink<Long> stranger = sink(server.config("wrong"), "stranger/");
    assertThatThrownBy(() -> SinkJob.run(stranger))
        .satisfies(
            failure ->
                assertThat(ExceptionUtils.findThrowable(failure, StoreAccessException.class))
                    .hasValueSatisfying(access -> assertThat(access.code()).isEqualTo("Http403")));
    assertThat(listed("stranger/")).isEmpty();
  }

  private static S3Sink<Long> sink(S3Config config, String prefix) {
    return S3Sink.<Long>builder(config)
        .setElementConverter((number, context) -> text(prefix + number, "number " + number))
        .setFailureClassifiers(() -> SinkJob.hearing(S3Failures.classifiers()))
        .setRetryDelay(new RetryDelay(Duration.ofMillis(50), Duration.ofMillis(500)))
        .setMaxTimeInBufferMS(100)
        .build();
  }

  private static List<S3Listed> listed(String prefix) throws Exception {
    S3Reply<List<S3Listed>> reply = await(objects.list(prefix));
    assertThat(reply).isInstanceOf(Answered.class);
    return ((Answered<List<S3Listed>>) reply).value();
  }
}
