package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.PostgresConfig;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresDigestWriterITCase {
  private static final DeliveryTarget CHAT = new DeliveryTarget("telegram", "-1001");
  private static final DeliveryTarget HOOK = new DeliveryTarget("webhook", "https://x.test/h");

  private static DigestDatabase database;
  private static AsyncTenantTransactions transactions;

  @BeforeAll
  static void start() {
    database = new DigestDatabase();
    transactions = database.writer();
  }

  @AfterAll
  static void stop() {
    transactions.close();
    database.close();
  }

  @BeforeEach
  void clear() throws SQLException {
    database.clear();
  }

  @Test
  void aDigestIsStoredWithAllThatBelongsToIt() throws Exception {
    DigestRecord digest = SampleDigests.digest().build();
    assertThat(write(digest, 1, CHAT, HOOK)).isEqualTo(new PersistOutcome.Written(1));

    assertThat(
            one(
                "SELECT concat_ws('|', status, delivery_status, headline, quality, model_id,"
                    + " array_length(html_parts, 1), payload->'delivery'->>'trace_id',"
                    + " payload->'usage'->>'prompt_tokens', payload->'context_stats'->>'duplicates',"
                    + " payload->'baseline_delta'->>'novel_topics', payload->>'errors')"
                    + " FROM group_digests"))
        .isEqualTo(
            "ready|planned|The well is dry until Thursday|0.75|extractive-1|2|trace-1|6000|4|1|[]");
    assertThat(count("group_conversation_windows")).isEqualTo(1);
    assertThat(column("SELECT title FROM group_digest_topics ORDER BY position"))
        .containsExactly("Dry well", "Seed swap");
    assertThat(column("SELECT username FROM group_digest_participants ORDER BY position"))
        .containsExactly("mila", "otto");
    assertThat(one("SELECT value FROM group_digest_metrics WHERE metric = 'evaluation.focus'"))
        .isEqualTo("0.95");
    assertThat(
            column(
                "SELECT channel || ' ' || status || ' ' || parts_total"
                    + " FROM digest_delivery_log ORDER BY channel"))
        .containsExactly("telegram planned 2", "webhook planned 1");
    assertThat(count("digest_review_queue")).isZero();
  }

  @Test
  void anArtifactKeepsTheVeryBytesOfItsChecksum() throws Exception {
    write(SampleDigests.digest().build(), 1);
    assertThat(
            column(
                "SELECT DISTINCT checksum = encode(sha256(convert_to(payload::text, 'UTF8')), 'hex')"
                    + " FROM group_digest_stage_artifacts"))
        .containsExactly("t");
  }

  @Test
  void aReplayLeavesEveryRowByteForByte() throws Exception {
    DigestRecord digest = SampleDigests.digest().build();
    write(digest, 1, CHAT);
    Map<String, List<String>> before = database.dump();

    assertThat(writeLater(digest, 1, CHAT))
        .isEqualTo(new PersistOutcome.Unchanged(1, StoredDigest.of(digest), true));
    assertThat(writeLater(digest, 1, CHAT)).isInstanceOf(PersistOutcome.Unchanged.class);
    assertThat(database.dump()).isEqualTo(before);
  }

  @Test
  void anOlderAttemptMovesNothingBack() throws Exception {
    DigestRecord newer = SampleDigests.digest().headline("new").build();
    write(newer, 3, CHAT);
    Map<String, List<String>> before = database.dump();

    DigestRecord older =
        SampleDigests.digest().headline("old").status(DigestStatus.BLOCKED_QUALITY).build();
    assertThat(writeLater(older, 2))
        .isEqualTo(new PersistOutcome.Unchanged(3, StoredDigest.of(newer), false));
    assertThat(database.dump()).isEqualTo(before);
  }

  @Test
  void aNewerAttemptReplacesTheDigestAndItsChildren() throws Exception {
    write(SampleDigests.digest().topics("One", "Two", "Three").build(), 1);
    assertThat(writeLater(SampleDigests.digest().headline("new").topics("Four").build(), 2))
        .isEqualTo(new PersistOutcome.Written(2));

    assertThat(column("SELECT title FROM group_digest_topics")).containsExactly("Four");
    assertThat(one("SELECT headline || attempt FROM group_digests")).isEqualTo("new2");
    assertThat(one("SELECT attempt FROM group_conversation_windows")).isEqualTo("2");
    assertThat(one("SELECT updated_at - created_at FROM group_digests")).isEqualTo("01:00:00");
  }

  @Test
  void attemptsInAnyOrderEndInTheSameRows() throws Exception {
    DigestRecord first = SampleDigests.digest().headline("first").topics("A", "B").build();
    DigestRecord second = SampleDigests.digest().headline("second").topics("C").build();
    write(second, 2);
    write(first, 1);
    Map<String, List<String>> newestFirst = database.dump();
    database.clear();
    write(first, 1);
    write(second, 2);
    assertThat(database.dump()).isEqualTo(newestFirst);
  }

  @Test
  void manyWritersOfOneDigestStoreItOnce() throws Exception {
    DigestRecord digest = SampleDigests.digest().build();
    List<CompletionStage<PersistOutcome>> all =
        IntStream.range(0, 12).mapToObj(i -> writer(0).write(digest)).toList();
    int written = 0;
    for (CompletionStage<PersistOutcome> each : all) {
      written += await(each) instanceof PersistOutcome.Written ? 1 : 0;
    }
    assertThat(written).isEqualTo(1);
    assertThat(count("group_digest_topics")).isEqualTo(2);
  }

  @Test
  void aDigestBelowTheThresholdWaitsForReviewAndIsNotDelivered() throws Exception {
    write(SampleDigests.digest().status(DigestStatus.BLOCKED_QUALITY).build(), 1, CHAT);
    assertThat(one("SELECT status || ' ' || reason FROM digest_review_queue"))
        .isEqualTo("open focus 0.40 under 0.70");
    assertThat(count("digest_delivery_log")).isZero();
    assertThat(one("SELECT delivery_status FROM group_digests")).isEqualTo("none");

    write(SampleDigests.digest().build(), 2, CHAT);
    assertThat(one("SELECT status FROM digest_review_queue")).isEqualTo("superseded");
    assertThat(one("SELECT status FROM digest_delivery_log")).isEqualTo("planned");
  }

  @Test
  void aClaimNotYetBegunIsWithdrawnWithItsReadinessAndMadeAgain() throws Exception {
    write(SampleDigests.digest().build(), 1, CHAT, HOOK);
    write(SampleDigests.digest().status(DigestStatus.BLOCKED_QUALITY).build(), 2, CHAT, HOOK);
    assertThat(column("SELECT DISTINCT status FROM digest_delivery_log"))
        .containsExactly("withdrawn");

    write(SampleDigests.digest().build(), 3, HOOK);
    assertThat(column("SELECT status FROM digest_delivery_log ORDER BY channel"))
        .containsExactly("withdrawn", "planned");
  }

  @Test
  void whatHasBegunToGoOutIsNeverPlannedAgain() throws Exception {
    write(SampleDigests.digest().build(), 1, CHAT, HOOK);
    column(
        "UPDATE digest_delivery_log SET status = 'sent', parts_sent = parts_total"
            + " WHERE channel = 'telegram' RETURNING 1");
    column("UPDATE group_digests SET delivery_status = 'sending' RETURNING 1");

    write(SampleDigests.digest().headline("new").build(), 2, CHAT, HOOK);
    assertThat(column("SELECT status || attempt FROM digest_delivery_log ORDER BY channel"))
        .containsExactly("sent1", "planned2");
    assertThat(one("SELECT delivery_status FROM group_digests")).isEqualTo("sending");
  }

  @Test
  void anAddressNamedTwiceIsClaimedOnce() throws Exception {
    write(SampleDigests.digest().build(), 1, CHAT, CHAT);
    assertThat(count("digest_delivery_log")).isEqualTo(1);
  }

  @Test
  void aSkippedWindowIsARowToo() throws Exception {
    DigestRecord skipped =
        SampleDigests.digest()
            .status(DigestStatus.SKIPPED_TOO_FEW_MESSAGES)
            .withoutSynthesis()
            .evaluation(null)
            .build();
    assertThat(write(skipped, 1)).isEqualTo(new PersistOutcome.Written(1));
    assertThat(
            one(
                "SELECT concat_ws(' ', status, has_synthesis, headline, quality) FROM group_digests"))
        .isEqualTo("skipped_too_few_messages f");
  }

  @Test
  void charactersThatPostgresRefusesAreNotAReasonToLoseADigest() throws Exception {
    DigestRecord odd =
        SampleDigests.digest().headline("half \uD83D and nul \u0000!").topics("a\u0000b").build();
    assertThat(write(odd, 1)).isEqualTo(new PersistOutcome.Written(1));
    assertThat(one("SELECT headline FROM group_digests")).isEqualTo("half \uFFFD and nul !");
    assertThat(one("SELECT payload->'synthesis'->'headline'->>'text' FROM group_digests"))
        .isEqualTo("half \uFFFD and nul !");
  }

  @Test
  void anIdThatIsTooLongIsALastingFailure() throws Exception {
    String tooLong = "g".repeat(129);
    PersistOutcome outcome = write(SampleDigests.digest().of("garden", tooLong).build(), 1);
    assertThat(outcome).isEqualTo(new PersistOutcome.Failed("sqlstate_23514", false));
  }

  @Test
  void aRefusedChildRowTakesTheWholeDigestWithIt() throws Exception {
    database.execute("ALTER TABLE group_digest_metrics ADD CONSTRAINT sabotage CHECK (value < 0)");
    try {
      assertThat(write(SampleDigests.digest().build(), 1, CHAT))
          .isEqualTo(new PersistOutcome.Failed("sqlstate_23514", false));
      assertThat(database.dump().values()).allSatisfy(rows -> assertThat(rows).isEmpty());
    } finally {
      database.execute("ALTER TABLE group_digest_metrics DROP CONSTRAINT sabotage");
    }
  }

  @Test
  void aDatabaseThatIsAwayIsAPassingFailure() throws Exception {
    PostgresConfig nowhere = PostgresConfig.of("jdbc:postgresql://localhost:1/none", "job", "x");
    try (AsyncTenantTransactions away = AsyncTenantTransactions.open(nowhere)) {
      DigestWriter writer = new PostgresDigestWriter(away, Clock.systemUTC());
      assertThat(await(writer.write(SampleDigests.digest().build())))
          .isInstanceOfSatisfying(
              PersistOutcome.Failed.class,
              failed -> assertThat(failed.transientFailure()).isTrue());
    }
  }

  private PersistOutcome write(DigestRecord digest, int attempt, DeliveryTarget... targets)
      throws Exception {
    return await(writer(0).write(new DigestWrite(digest, attempt, List.of(targets))));
  }

  private PersistOutcome writeLater(DigestRecord digest, int attempt, DeliveryTarget... targets)
      throws Exception {
    return await(writer(1).write(new DigestWrite(digest, attempt, List.of(targets))));
  }

  private static DigestWriter writer(int hour) {
    Instant now = Instant.parse("2026-03-03T00:10:00Z").plusSeconds(3_600L * hour);
    return new PostgresDigestWriter(transactions, Clock.fixed(now, ZoneOffset.UTC));
  }

  private static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private static List<String> column(String sql) throws SQLException {
    return database.column(sql);
  }

  private static String one(String sql) throws SQLException {
    List<String> rows = column(sql);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static int count(String table) throws SQLException {
    return Integer.parseInt(one("SELECT count(*) FROM " + table));
  }
}
