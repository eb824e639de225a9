package org.groupdigest.connectors.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AsyncTenantTransactionsTest {
  private final StubDataSource database = new StubDataSource();

  @Test
  void theCallerDoesNotRunTheWork() throws Exception {
    try (AsyncTenantTransactions transactions = transactions(1, 1)) {
      Thread worker = await(transactions.inTenant("t", connection -> Thread.currentThread()));
      assertThat(worker).isNotEqualTo(Thread.currentThread());
      assertThat(worker.isDaemon()).isTrue();
    }
  }

  @Test
  void workBeyondTheQueueIsRefusedAtOnceAsPassing() throws Exception {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    try (AsyncTenantTransactions transactions = transactions(1, 1)) {
      CompletionStage<String> running =
          transactions.inTenant(
              "t",
              connection -> {
                busy.countDown();
                awaitQuietly(release);
                return "ran";
              });
      busy.await();
      CompletionStage<String> waiting = transactions.inTenant("t", connection -> "waited");
      PostgresException refused = failure(transactions.inTenant("t", connection -> "refused"));
      release.countDown();

      assertThat(refused.code()).isEqualTo("queue_full");
      assertThat(refused.isTransient()).isTrue();
      assertThat(await(running)).isEqualTo("ran");
      assertThat(await(waiting)).isEqualTo("waited");
    }
  }

  @Test
  void workAfterClosingIsRefusedAndNeverHangs() {
    AsyncTenantTransactions transactions = transactions(1, 1);
    transactions.close();
    assertThat(failure(transactions.inTenant("t", connection -> "late")).code())
        .isEqualTo("closed");
  }

  @Test
  void aDatabaseThatIsDownIsAPassingFailure() {
    database.down = true;
    try (AsyncTenantTransactions transactions = transactions(1, 1)) {
      PostgresException down = failure(transactions.inTenant("t", connection -> "unreached"));
      assertThat(down.code()).isEqualTo("sqlstate_08001");
      assertThat(down.isTransient()).isTrue();
    }
  }

  private AsyncTenantTransactions transactions(int threads, int queue) {
    return new AsyncTenantTransactions(
        new TenantTransactions(database, Duration.ofSeconds(1)), threads, queue);
  }

  private static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static PostgresException failure(CompletionStage<?> stage) {
    CompletableFuture<?> future = stage.toCompletableFuture();
    ExecutionException failed =
        catchThrowableOfType(ExecutionException.class, () -> future.get(10, TimeUnit.SECONDS));
    return (PostgresException) failed.getCause();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
