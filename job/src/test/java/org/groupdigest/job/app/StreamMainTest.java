package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.config.InvalidSettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the job on a cluster is made of, and what stops it before it is submitted. */
class StreamMainTest {

  private static final Map<String, String> COMPLETE =
      Map.of(
          "DIGEST_KAFKA_BOOTSTRAP_SERVERS", "kafka:9092",
          "DIGEST_POSTGRES_URL", "jdbc:postgresql://postgres/digest",
          "DIGEST_POSTGRES_USER", "writer",
          "DIGEST_POSTGRES_PASSWORD", "open-sesame",
          "DIGEST_PII_KEY", "sixteen-characters-or-more");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "'', ALL, group-digest",
    "--pipeline all, ALL, group-digest",
    "--pipeline windows, WINDOWS, group-digest-windows",
    "--pipeline=digests, DIGESTS, group-digest-digests"
  })
  void thePipelinesAreChosenByArgument(String arguments, Pipelines pipelines, String name) {
    StreamMain.Plan plan = StreamMain.plan(COMPLETE, words(arguments));
    assertThat(plan.pipelines()).isEqualTo(pipelines);
    assertThat(plan.jobName()).isEqualTo(name);
  }

  @Test
  void aJobOfAStoreBearsItsNameAndNeedsItsAddress() {
    Map<String, String> environment = new HashMap<>(COMPLETE);
    assertThat(problems(environment, "--pipeline", "objects"))
        .containsExactly("DIGEST_S3_BUCKET is not set, which --pipeline objects needs");
    environment.put("DIGEST_S3_BUCKET", "digests");
    assertThat(StreamMain.plan(environment, "--pipeline", "objects").jobName())
        .isEqualTo("group-digest-objects");
  }

  @Test
  void settingsOfTheFileReachTheJobAndTheEnvironmentWins() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("digest.properties"),
            """
            DIGEST_KAFKA_BOOTSTRAP_SERVERS=elsewhere:9092
            DIGEST_CONTEXT_MAX_MESSAGES=7
            DIGEST_CONTEXT_HISTORY_WINDOWS=1
            DIGEST_CLOCK_SILENCE=9 s
            DIGEST_PERSIST_RETRIES=2
            DIGEST_LEDGER_FLUSH=4 s
            DIGEST_KAFKA_CONSUMER_GROUP=blue
            """);
    StreamMain.Plan plan = StreamMain.plan(COMPLETE, "--config", file.toString());
    assertThat(plan.endpoints().kafka()).isEqualTo("kafka:9092");
    assertThat(plan.endpoints().redisUri()).isNull();
    assertThat(plan.settings().digest().context().maxMessages()).isEqualTo(7);
    assertThat(plan.settings().windows().historyWindows()).isEqualTo(1);
    assertThat(plan.settings().windows().ledgerFlush()).isEqualTo(Duration.ofSeconds(4));
    assertThat(plan.settings().idleClock().silence()).isEqualTo(Duration.ofSeconds(9));
    assertThat(plan.settings().persistRetries().most()).isEqualTo(2);
    assertThat(plan.settings().consumerGroup()).isEqualTo("blue");
  }

  @Test
  void withoutAnythingSpecialItIsWhatTheLocalCommandsUse() {
    StreamMain.Plan plan = StreamMain.plan(COMPLETE);
    assertThat(plan.settings())
        .isEqualTo(StreamSettings.of(plan.settings().digest(), COMPLETE.get("DIGEST_PII_KEY")));
  }

  @Test
  void everyProblemIsReportedTogether() {
    Map<String, String> environment = new HashMap<>(COMPLETE);
    environment.remove("DIGEST_POSTGRES_PASSWORD");
    environment.put("DIGEST_KAFKA_BOOTSTRAP_SERVERS", " ");
    environment.put("DIGEST_PII_KEY", "too-short");
    environment.put("DIGEST_CLOCK_STARTUP_SILENCE", "1 s");
    environment.put("DIGEST_CONTEXT_TOP_RANKED", "0");
    Path missing = folder.resolve("missing.properties");
    assertThat(
            problems(
                environment, "--pipeline", "some", "--config", missing.toString(), "--verbose"))
        .hasSize(8)
        .anySatisfy(line -> assertThat(line).startsWith("--pipeline must be one of"))
        .anySatisfy(line -> assertThat(line).contains(missing.toString()))
        .anySatisfy(line -> assertThat(line).startsWith("unknown argument --verbose"))
        .anySatisfy(line -> assertThat(line).isEqualTo("DIGEST_POSTGRES_PASSWORD is not set"))
        .anySatisfy(line -> assertThat(line).isEqualTo("DIGEST_KAFKA_BOOTSTRAP_SERVERS is not set"))
        .anySatisfy(line -> assertThat(line).contains("at least 16 bytes"))
        .anySatisfy(line -> assertThat(line).contains("startupSilence"))
        .anySatisfy(line -> assertThat(line).contains("top ranked must be at least 1"))
        .noneSatisfy(line -> assertThat(line).contains("too-short"));
  }

  @Test
  void anArgumentWithoutItsValueIsNamed() {
    assertThat(problems(COMPLETE, "--config")).containsExactly("--config needs a value");
  }

  @Test
  void secretsAreNotInWhatIsPrinted() {
    Map<String, String> environment = new HashMap<>(COMPLETE);
    environment.put("DIGEST_REDIS_URI", "redis://:open-sesame@redis:6379");
    environment.put("DIGEST_POSTGRES_URL", "jdbc:postgresql://pg/digest?password=open-sesame");
    StreamMain.Plan plan = StreamMain.plan(environment);
    assertThat(plan.toString())
        .contains("redis://redis:6379", "jdbc:postgresql://pg/digest")
        .doesNotContain("open-sesame", "sixteen");
  }

  private static List<String> problems(Map<String, String> environment, String... arguments) {
    return catchThrowableOfType(
            InvalidSettingsException.class, () -> StreamMain.plan(environment, arguments))
        .problems();
  }

  private static String[] words(String arguments) {
    return arguments.isEmpty() ? new String[0] : arguments.split(" ");
  }
}
