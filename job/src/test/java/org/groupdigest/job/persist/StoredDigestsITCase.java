package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.groupdigest.job.persist.ErasureStores.GROUP;
import static org.groupdigest.job.persist.TestRedis.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.PostgresConfig;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.RankedMessage;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.redact.MarkedDigests;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was written is what is read. */
class StoredDigestsITCase {
  @AutoClose private static final ErasureStores STORES = new ErasureStores();

  @BeforeEach
  void clear() throws Exception {
    STORES.database.clear();
  }

  @Test
  void anyDigestIsReadAsItWasWritten() {
    for (int seed = 0; seed < 60; seed++) {
      DigestRecord digest = MarkedDigests.digest(new Random(seed), GROUP, seed);
      STORES.write(0, digest, 1 + seed % 3);

      CurrentDigest current = STORES.find(digest);

      assertThat(current.digest()).as("seed %d", seed).isEqualTo(digest);
      assertThat(current.attempt()).isEqualTo(1 + seed % 3);
    }
  }

  @Test
  void aSkippedWindowIsReadAsItWasWritten() {
    DigestRecord skipped =
        SampleDigests.digest()
            .status(DigestStatus.SKIPPED_TOO_FEW_MESSAGES)
            .withoutSynthesis()
            .evaluation(null)
            .build()
            .withRendered(null);
    STORES.write(0, skipped, 1);

    assertThat(STORES.find(skipped).digest()).isEqualTo(skipped);
  }

  @Test
  void payloadsOfStagesKeepTheirVeryText() {
    DigestRecord digest = SampleDigests.digest().build();
    STORES.write(0, digest, 1);

    assertThat(STORES.find(digest).digest().artifacts())
        .containsExactly(
            SampleDigests.artifact(Stage.TOPIC_AGENT),
            SampleDigests.artifact(Stage.SYNTHESIS_AGENT));
  }

  @Test
  void ofALongRankingTheFirstAreRead() {
    List<RankedMessage> ranking =
        IntStream.range(0, 150)
            .mapToObj(i -> new RankedMessage("m" + i, 1.0 - i / 1000.0, 0, 0, 0, 0, 0))
            .toList();
    DigestRecord digest = withRanking(SampleDigests.digest().build(), ranking);
    STORES.write(0, digest, 1);

    assertThat(STORES.find(digest).digest().ranking())
        .containsExactlyElementsOf(ranking.subList(0, DigestPayload.TOP_RANKED));
  }

  @Test
  void whatIsNotThereIsNotFound() {
    StoredDigests digests = new PostgresStoredDigests(STORES.transactions);
    STORES.write(0, SampleDigests.digest().build(), 1);
    String digestId = SampleDigests.digest().build().digestId();

    assertThat(await(digests.find("garden", "no such digest"))).isEmpty();
    assertThat(await(digests.find("harbour", digestId))).isEmpty();
    assertThat(await(digests.find("garden", digestId))).isPresent();
  }

  @Test
  void aDatabaseThatIsAwayIsAFailureAndNotAMissingDigest() {
    PostgresConfig nowhere = PostgresConfig.of("jdbc:postgresql://localhost:1/none", "job", "x");
    try (AsyncTenantTransactions away = AsyncTenantTransactions.open(nowhere)) {
      assertThat(new PostgresStoredDigests(away).find("garden", "d"))
          .failsWithin(Duration.ofSeconds(20));
    }
  }

  /** Attempts whose parts differ are written while others read: no reader sees half of each. */
  @Test
  void whatIsReadBelongsToOneAttempt() {
    for (int round = 1; round <= 40; round++) {
      DigestRecord digest = attempt(round);
      List<CompletionStage<?>> all = new ArrayList<>();
      all.add(STORES.writing(0, digest, round));
      List<CompletionStage<Optional<CurrentDigest>>> reads = new ArrayList<>();
      StoredDigests digests = new PostgresStoredDigests(STORES.transactions);
      for (int i = 0; i < 3; i++) {
        reads.add(digests.find("garden", digest.digestId()));
      }
      all.addAll(reads);
      all.forEach(TestRedis::await);
      reads.forEach(read -> await(read).ifPresent(StoredDigestsITCase::assertWhole));
    }
  }

  private static void assertWhole(CurrentDigest read) {
    assertThat(read.digest()).isEqualTo(attempt(read.attempt()));
  }

  private static DigestRecord attempt(int number) {
    String[] titles =
        Collections.nCopies(1 + number % 4, "topic of attempt " + number).toArray(String[]::new);
    return SampleDigests.digest().headline("attempt " + number).topics(titles).build();
  }

  private static DigestRecord withRanking(DigestRecord digest, List<RankedMessage> ranking) {
    return new DigestRecord(
        digest.window(),
        digest.digestId(),
        digest.group(),
        digest.traceId(),
        digest.status(),
        digest.statusReason(),
        digest.language(),
        digest.messageCount(),
        digest.participantCount(),
        digest.synthesis(),
        digest.topics(),
        digest.roles(),
        digest.emotions(),
        digest.evaluation(),
        digest.checks(),
        digest.baselineDelta(),
        digest.contextStats(),
        digest.media(),
        digest.mediaHighlights(),
        ranking,
        digest.historyLinks(),
        digest.artifacts(),
        digest.degradations(),
        digest.errors(),
        digest.usage(),
        digest.calls(),
        digest.rendered(),
        digest.sources(),
        digest.related());
  }
}
