package org.groupdigest.job.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.apache.flink.api.common.functions.DefaultOpenContext;
import org.apache.flink.streaming.api.functions.async.CollectionSupplier;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.util.MockStreamingRuntimeContext;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.PostgresConfig;
import org.groupdigest.connectors.sink.RetryDelays;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.persist.CurrentDigest;
import org.groupdigest.job.persist.SampleDigests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadDigestFunctionTest {

  private static final DigestRecord DIGEST = SampleDigests.digest().build();
  private static final DigestNotice NOTICE =
      new DigestNotice("garden", "plots", DIGEST.digestId(), DIGEST.window().windowId());
  private static final RetryDelays QUICK =
      new RetryDelays(Duration.ofMillis(1), Duration.ofMillis(1));

  private final Deque<Supplier<CompletionStage<Optional<CurrentDigest>>>> answers =
      new ArrayDeque<>();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final LoadDigestFunction load =
      new LoadDigestFunction(
          () ->
              new StoredDigestsSource.Opened(
                  (tenant, digest) -> {
                    assertThat(tenant).isEqualTo("garden");
                    assertThat(digest).isEqualTo(DIGEST.digestId());
                    return answers.remove().get();
                  },
                  () -> closed.set(true)),
          QUICK);

  private final CompletableFuture<List<DigestChange>> result = new CompletableFuture<>();

  @BeforeEach
  void open() throws Exception {
    load.setRuntimeContext(new MockStreamingRuntimeContext(1, 0));
    load.open(DefaultOpenContext.INSTANCE);
  }

  @AfterEach
  void close() {
    load.close();
    assertThat(closed).isTrue();
  }

  @Test
  void aDigestIsWhatTheStoreHasNow() {
    answers.add(() -> found(7));
    assertThat(invoke())
        .containsExactly(
            new DigestChange("garden", "plots", DIGEST.digestId(), NOTICE.windowId(), 7, DIGEST));
  }

  @Test
  void aDigestThatIsNotThereIsRemoved() {
    answers.add(() -> CompletableFuture.completedFuture(Optional.empty()));
    assertThat(invoke()).singleElement().matches(DigestChange::isRemoval);
  }

  @Test
  void aStoreThatIsAwayIsAskedUntilItAnswers() {
    for (int i = 0; i < 5; i++) {
      answers.add(() -> CompletableFuture.failedFuture(away()));
    }
    answers.add(() -> found(1));
    assertThat(invoke()).hasSize(1);
    assertThat(answers).isEmpty();
  }

  @Test
  void aDigestThatCannotBeReadIsLeftOut() {
    answers.add(() -> CompletableFuture.failedFuture(new IllegalStateException("not a digest")));
    assertThat(invoke()).isEmpty();
  }

  @Test
  void closingWhileTheStoreIsAwayEndsTheCallAndLosesNothing() {
    answers.add(CompletableFuture::new);
    load.asyncInvoke(NOTICE, new Result());
    assertThat(result).isNotDone();
    load.close();
    assertThat(result)
        .failsWithin(10, TimeUnit.SECONDS)
        .withThrowableOfType(Exception.class)
        .isInstanceOfAny(CancellationException.class);
  }

  private List<DigestChange> invoke() {
    load.asyncInvoke(NOTICE, new Result());
    return result.orTimeout(10, TimeUnit.SECONDS).join();
  }

  private static CompletionStage<Optional<CurrentDigest>> found(int attempt) {
    return CompletableFuture.completedFuture(Optional.of(new CurrentDigest(DIGEST, attempt)));
  }

  /** What work that comes after the end of a pool is told: the same may succeed later. */
  private static Throwable away() {
    AsyncTenantTransactions ended =
        AsyncTenantTransactions.open(
            PostgresConfig.of("jdbc:postgresql://127.0.0.1:1/none", "nobody", ""));
    ended.close();
    return ended
        .inTenant("garden", connection -> unreachable())
        .handle((value, failure) -> failure)
        .toCompletableFuture()
        .join();
  }

  private static Object unreachable() throws SQLException {
    throw new SQLException("not to be asked");
  }

  private final class Result implements ResultFuture<DigestChange> {
    @Override
    public void complete(Collection<DigestChange> changes) {
      assertThat(result.complete(List.copyOf(changes))).as("completed once").isTrue();
    }

    @Override
    public void completeExceptionally(Throwable error) {
      result.completeExceptionally(error);
    }

    @Override
    public void complete(CollectionSupplier<DigestChange> changes) {
      try {
        complete(changes.get());
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }
}
