package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.Rendered;
import org.groupdigest.job.model.Usage;
import org.groupdigest.job.persist.DigestWrite;
import org.groupdigest.job.persist.PersistOutcome;
import org.groupdigest.job.persist.StoredDigest;
import org.groupdigest.job.testing.Digests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A digest is written, tried again while the store is away, and refused when it must be. */
class PersistFunctionTest {
  private static final StoredDigest STORED =
      new StoredDigest(
          DigestStatus.BLOCKED_QUALITY,
          "0.4 < 0.7",
          "en",
          null,
          List.of(),
          new Usage(3, 30, 3, 1),
          new Rendered("<b>it</b>", List.of("<b>it</b>"), "**it**", "what is stored"));

  private static final PersistRetries QUICK =
      new PersistRetries(3, Duration.ofMillis(1), Duration.ofMillis(2));
  private static final PersistOutcome AWAY = new PersistOutcome.Failed("sqlstate_08006", true);

  private final FakeServices services = new FakeServices();
  private final PersistFunction persist = new PersistFunction(services, QUICK);
  private final List<DigestWrite> writes = new ArrayList<>();
  private final CollectedResult<FinishedDigest> result = new CollectedResult<>();

  @BeforeEach
  void open() throws Exception {
    persist.open(DefaultOpenContext.INSTANCE);
  }

  @Test
  void aDigestIsWrittenOnceWithWhereItGoes() {
    answers(new PersistOutcome.Written(1));

    persist.asyncInvoke(finished(DigestStatus.READY), result);

    assertThat(result.value())
        .isEqualTo(finished(DigestStatus.READY).follow(new PersistOutcome.Written(1)));
    assertThat(writes).hasSize(1);
    assertThat(writes.get(0).attempt()).isEqualTo(1);
    assertThat(writes.get(0).targets()).containsExactly(Drafts.CHAT);
  }

  @Test
  void aBlockedDigestIsWrittenAndGoesNowhere() {
    answers(new PersistOutcome.Written(1));

    persist.asyncInvoke(finished(DigestStatus.BLOCKED_QUALITY), result);

    assertThat(result.value().storeError()).isNull();
    assertThat(writes.get(0).targets()).isEmpty();
  }

  @Test
  void aReplayedDigestThatIsThereAlreadyIsStored() {
    answers(new PersistOutcome.Unchanged(1, STORED, true));

    persist.asyncInvoke(finished(DigestStatus.READY), result);

    assertThat(result.value().storeError()).isNull();
    assertThat(writes).hasSize(1);
  }

  /** A model may answer otherwise on a replay: nobody is told of a text that is not stored. */
  @Test
  void whatIsAnnouncedIsWhatTheStoreHas() {
    answers(new PersistOutcome.Unchanged(1, STORED, false));

    persist.asyncInvoke(finished(DigestStatus.READY), result);

    DigestRecord announced = result.value().digest();
    assertThat(announced.status()).isEqualTo(DigestStatus.BLOCKED_QUALITY);
    assertThat(announced.statusReason()).isEqualTo("0.4 < 0.7");
    assertThat(announced.rendered().text()).isEqualTo("what is stored");
    assertThat(announced.usage().calls()).isEqualTo(3);
  }

  @Test
  void whatWasErasedMeanwhileIsNotAnnounced() {
    DigestRecord left = finished(DigestStatus.BLOCKED_QUALITY).digest();
    answers(new PersistOutcome.Redacted(left, new PersistOutcome.Written(1)));

    persist.asyncInvoke(finished(DigestStatus.READY), result);

    assertThat(result.value().digest()).isEqualTo(left);
    assertThat(result.value().storeError()).isNull();
  }

  @Test
  void aRedactedReplayIsAnnouncedAsItIsStored() {
    DigestRecord left = finished(DigestStatus.READY).digest().withRendered(null);
    answers(new PersistOutcome.Redacted(left, new PersistOutcome.Unchanged(2, STORED, false)));

    persist.asyncInvoke(finished(DigestStatus.READY), result);

    assertThat(result.value().digest()).isEqualTo(STORED.over(left));
    assertThat(result.value().announcedAttempt()).as("the one that is stored").isEqualTo(2);
  }

  @Test
  void aDigestThatWasRemovedIsAnnouncedNowhereAndIsNoFailure() {
    answers(new PersistOutcome.Removed());

    persist.asyncInvoke(finished(DigestStatus.READY), result);

    assertThat(result.values()).isEmpty();
    assertThat(writes).hasSize(1);
  }

  @Test
  void aStoreThatIsAwayIsTriedAgain() {
    answers(AWAY, AWAY, new PersistOutcome.Written(1));

    persist.asyncInvoke(finished(DigestStatus.READY), result);

    assertThat(result.value().storeError()).isNull();
    assertThat(result.value().retries()).isEqualTo(2);
    assertThat(writes).hasSize(3);
  }

  @Test
  void aStoreThatStaysAwayRefusesAfterTheLastTry() {
    answers(AWAY);

    persist.asyncInvoke(finished(DigestStatus.READY), result);

    assertThat(result.value().storeError()).isEqualTo("sqlstate_08006");
    assertThat(result.value().retries()).isEqualTo(3);
    assertThat(writes).hasSize(4);
  }

  @Test
  void whatTheStoreRefusesForGoodIsNotTriedAgain() {
    answers(new PersistOutcome.Failed("sqlstate_23514", false));

    persist.asyncInvoke(finished(DigestStatus.READY), result);

    assertThat(result.value().storeError()).isEqualTo("sqlstate_23514");
    assertThat(writes).hasSize(1);
  }

  @Test
  void aWriterThatFailsUnforeseenRefusesAndDoesNotFailTheJob() {
    services.writer = write -> CompletableFuture.failedFuture(new IllegalStateException("bug"));

    persist.asyncInvoke(finished(DigestStatus.READY), result);

    assertThat(result.value().storeError()).isEqualTo("internal_error");
  }

  @Test
  void aWriterThatThrowsRefusesAndDoesNotFailTheJob() {
    services.writer =
        write -> {
          throw new IllegalStateException("bug");
        };

    persist.asyncInvoke(finished(DigestStatus.READY), result);

    assertThat(result.value().storeError()).isEqualTo("internal_error");
  }

  @Test
  void aStoreThatTakesTooLongRefuses() {
    services.writer = write -> new CompletableFuture<>();
    FinishedDigest finished = finished(DigestStatus.READY);

    persist.asyncInvoke(finished, result);
    assertThat(result.isDone()).isFalse();
    persist.timeout(finished, result);

    assertThat(result.value().storeError()).isEqualTo("store_timeout");
  }

  @Test
  void thePausesDoubleUpToTheLongest() {
    PersistRetries retries = new PersistRetries(40, Duration.ofMillis(200), Duration.ofSeconds(30));

    assertThat(IntStream.range(0, 10).mapToLong(retries::pauseMillis))
        .containsExactly(200L, 400L, 800L, 1600L, 3200L, 6400L, 12_800L, 25_600L, 30_000L, 30_000L);
    assertThat(retries.pauseMillis(1_000)).as("no overflow").isEqualTo(30_000L);
  }

  @Test
  void thePausesTogetherAreTheirSum() {
    assertThat(QUICK.total()).isEqualTo(Duration.ofMillis(1 + 2 + 2));
    assertThat(PersistRetries.DEFAULT.total())
        .isBetween(Duration.ofMinutes(5), Duration.ofMinutes(10));
  }

  @Test
  void theStoreIsClosedWithTheFunction() throws Exception {
    persist.close();

    assertThat(services.closed).isTrue();
  }

  /** The writer gives these outcomes in turn, the last for ever. */
  private void answers(PersistOutcome... outcomes) {
    services.writer =
        write -> {
          PersistOutcome outcome = outcomes[Math.min(writes.size(), outcomes.length - 1)];
          writes.add(write);
          return CompletableFuture.completedFuture(outcome);
        };
  }

  private static FinishedDigest finished(DigestStatus status) {
    DigestRecord digest = new Digests().window(Drafts.day(0)).status(status, "").build();
    return new FinishedDigest(digest, List.of(Drafts.CHAT), Drafts.POSITION, null, 0, 0);
  }
}
