package org.groupdigest.job.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.LedgerEntry;
import org.groupdigest.job.persist.DigestDatabase;
import org.groupdigest.job.persist.DigestWriter;
import org.groupdigest.job.persist.PersistOutcome;
import org.groupdigest.job.persist.PostgresDigestWriter;
import org.groupdigest.job.persist.PostgresLedgerWriter;
import org.groupdigest.job.persist.SampleDigests;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The tables, views and analyses of {@code sql/flink}, over digests that the job's writer wrote.
 */
class FlinkSqlITCase {
  private static final LocalDate DAY = LocalDate.parse("2026-03-02");

  @AutoClose private static final DigestDatabase DATABASE = new DigestDatabase();
  private static TableEnvironment analyst;

  @BeforeAll
  static void start() throws Exception {
    try (AsyncTenantTransactions transactions = DATABASE.writer()) {
      writeDigests(new PostgresDigestWriter(transactions, Clock.systemUTC()));
      writeLedger(new PostgresLedgerWriter(transactions, Clock.systemUTC()));
    }
    analyst = environment("garden");
  }

  private static void writeDigests(DigestWriter writer) {
    write(writer, SampleDigests.digest().day(0).topics("Dry well").received(40));
    write(
        writer,
        SampleDigests.digest()
            .day(1)
            .topics("Dry well", "Seed swap")
            .continued("Dry well", 2)
            .evaluation(new Evaluation(0.9, 0.9, 0.85, 0.9, 0.9, List.of()))
            .received(60));
    write(
        writer,
        SampleDigests.digest()
            .day(2)
            .topics("Seed swap")
            .continued("Seed swap", 2)
            .status(DigestStatus.BLOCKED_QUALITY)
            .evaluation(new Evaluation(0.9, 0.9, 0.9, 0.4, 0.7, List.of())));
    write(
        writer,
        SampleDigests.digest()
            .of("garden", "paths")
            .topics()
            .evaluation(null)
            .withoutSynthesis()
            .status(DigestStatus.BLOCKED_FEATURE_FLAG));
    write(writer, SampleDigests.digest().of("harbour", "piers"));
  }

  private static void write(DigestWriter writer, SampleDigests digest) {
    assertThat(writer.write(digest.build()).toCompletableFuture().join())
        .isInstanceOf(PersistOutcome.Written.class);
  }

  private static void writeLedger(PostgresLedgerWriter writer) {
    Map<String, Long> filtered = Map.of("service", 2L, "media", 1L);
    long day = DAY.toEpochDay();
    writer
        .write(
            List.of(
                new LedgerEntry("garden", "plots", day, 1, 50, 40, 3, filtered, 2, 1, 1),
                new LedgerEntry("garden", "paths", day, 1, 50, 40, 3, filtered, 2, 1, 0)))
        .toCompletableFuture()
        .join();
  }

  @Test
  void blockedDigestsByReason() throws Exception {
    assertThat(analysis("blocked_by_reason"))
        .containsExactly(
            "+I[garden, blocked_feature_flag, 1, 0.250]", "+I[garden, blocked_quality, 1, 0.250]");
  }

  @Test
  void theTrendOfQualityOfAGroup() throws Exception {
    assertThat(analysis("quality_trend"))
        .containsExactly(
            "+I[garden, plots, 24, 2026-03-02, 0.75, 0.75, null]",
            "+I[garden, plots, 24, 2026-03-03, 0.85, 0.8, 0.1]",
            "+I[garden, plots, 24, 2026-03-04, 0.4, 0.667, -0.45]");
  }

  @Test
  void theShareOfDuplicates() throws Exception {
    assertThat(analysis("duplicates_share"))
        .containsExactly(
            "+I[garden, paths, 1, 40, 4, 0.1]", "+I[garden, plots, 3, 140, 12, 0.086]");
  }

  @Test
  void theBusiestParticipants() throws Exception {
    assertThat(analysis("busiest_participants"))
        .containsExactly(
            "+I[garden, paths, 1, mila, 3, 1, initiator]",
            "+I[garden, paths, 2, otto, 2, 1, expert]",
            "+I[garden, plots, 1, mila, 9, 3, initiator]",
            "+I[garden, plots, 2, otto, 6, 3, expert]");
  }

  @Test
  void topicsThatGoOn() throws Exception {
    assertThat(analysis("continuing_topics"))
        .containsExactly(
            "+I[garden, plots, 24, Dry well, 2, 24, 2026-03-03]",
            "+I[garden, plots, 24, Seed swap, 2, 24, 2026-03-04]");
  }

  @Test
  void theLedgerShowsWhatIsMissing() throws Exception {
    assertThat(analysis("ledger_check"))
        .containsExactly(
            "+I[garden, paths, 2026-03-02, 50, 1]", "+I[garden, plots, 2026-03-02, 50, 0]");
  }

  @Test
  void anAnalystOfAnotherTenantSeesOtherRows() throws Exception {
    TableEnvironment harbour = environment("harbour");
    assertThat(rows(harbour, "SELECT DISTINCT tenant_id FROM group_digests"))
        .containsExactly("+I[harbour]");
    assertThat(rows(environment("nobody"), "SELECT tenant_id FROM group_digests")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group_conversation_windows",
        "group_digests",
        "group_digest_topics",
        "group_digest_participants",
        "group_digest_metrics",
        "digest_delivery_log",
        "ingest_ledger"
      })
  void everyColumnOfATableCanBeRead(String table) {
    assertThatCode(() -> rows(analyst, "SELECT * FROM " + table)).doesNotThrowAnyException();
  }

  /**
   * Plans against the Kafka tables without a broker: connector, format and columns fit together.
   */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "window_ready_events",
        "digest_persisted_events",
        "digest_blocked_events",
        "stage_completed_events",
        "digests_persisted_once"
      })
  void theTablesOverTopicsCanBePlanned(String table) {
    TableEnvironment streaming =
        TableEnvironment.create(EnvironmentSettings.newInstance().inStreamingMode().build());
    SqlFiles files = new SqlFiles(Map.of("KAFKA_BOOTSTRAP_SERVERS", "localhost:1"));
    files.statements("topics.sql").forEach(streaming::executeSql);
    assertThat(streaming.explainSql("SELECT * FROM " + table)).contains("TableSourceScan");
  }

  private static TableEnvironment environment(String tenant) {
    TableEnvironment environment =
        TableEnvironment.create(EnvironmentSettings.newInstance().inBatchMode().build());
    environment.getConfig().set("parallelism.default", "1");
    SqlFiles files =
        new SqlFiles(
            Map.of(
                "POSTGRES_URL",
                DATABASE.url() + "?options=-c%20app.current_tenant=" + tenant,
                "POSTGRES_USER",
                DigestDatabase.READER,
                "POSTGRES_PASSWORD",
                DigestDatabase.PASSWORD));
    files.statements("postgres_tables.sql").forEach(environment::executeSql);
    files.statements("views.sql").forEach(environment::executeSql);
    return environment;
  }

  private static List<String> analysis(String name) throws Exception {
    List<String> statements = new SqlFiles(Map.of()).statements("analyses/" + name + ".sql");
    assertThat(statements).hasSize(1);
    return rows(analyst, statements.get(0));
  }

  private static List<String> rows(TableEnvironment environment, String query) throws Exception {
    List<String> rows = new ArrayList<>();
    CloseableIterator<Row> result = environment.executeSql(query).collect();
    result.forEachRemaining(row -> rows.add(row.toString()));
    result.close();
    return rows;
  }
}
