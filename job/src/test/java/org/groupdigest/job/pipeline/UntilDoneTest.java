package org.groupdigest.job.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Work is repeated until it is done, and not a moment longer. */
class UntilDoneTest {

  private static final PersistRetries PAUSES =
      new PersistRetries(0, Duration.ofMillis(200), Duration.ofSeconds(30));

  private final List<Long> pauses = new ArrayList<>();
  private final Deque<Runnable> later = new ArrayDeque<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final FakeErasures.Calls<String> calls = new FakeErasures.Calls<>();
  private final UntilDone untilDone = new UntilDone(PAUSES, this::after, failures::add);

  private Executor after(long millis) {
    pauses.add(millis);
    return later::add;
  }

  @Test
  void workThatSucceedsIsBegunOnce() {
    CompletableFuture<String> result = untilDone.run(calls::make);
    assertThat(result).isNotDone();

    calls.get(0).complete("done");

    assertThat(result).isCompletedWithValue("done");
    assertThat(calls.count()).isEqualTo(1);
    assertThat(pauses).isEmpty();
  }

  @Test
  void workThatFailsIsBegunAgainAfterGrowingPausesHoweverOften() {
    CompletableFuture<String> result = untilDone.run(calls::make);

    for (int i = 0; i < 1_000; i++) {
      calls.get(i).completeExceptionally(new IllegalStateException("away"));
      assertThat(calls.count()).as("not before the pause is over").isEqualTo(i + 1);
      later.remove().run();
    }
    calls.get(1_000).complete("done");

    assertThat(result).isCompletedWithValue("done");
    assertThat(failures).hasSize(1_000);
    assertThat(pauses).startsWith(200L, 400L, 800L, 1_600L).endsWith(30_000L, 30_000L);
  }

  @Test
  void workThatThrowsIsBegunAgainToo() {
    CompletableFuture<String> result =
        untilDone.run(
            () -> {
              if (failures.isEmpty()) {
                throw new IllegalStateException("away");
              }
              return calls.make();
            });
    later.remove().run();
    calls.get(0).complete("done");

    assertThat(result).isCompletedWithValue("done");
  }

  @Test
  void closingEndsWhatWaitsForItsNextTry() {
    CompletableFuture<String> result = untilDone.run(calls::make);
    calls.get(0).completeExceptionally(new IllegalStateException("away"));

    untilDone.close();
    later.remove().run();

    assertThat(result).isCancelled();
    assertThat(calls.count()).isEqualTo(1);
  }

  @Test
  void closingEndsWhatTheStoreHasNotAnswered() {
    List<CompletableFuture<String>> results =
        IntStream.range(0, 5).mapToObj(i -> untilDone.run(calls::make)).toList();

    untilDone.close();
    calls.get(0).completeExceptionally(new IllegalStateException("closed"));
    later.forEach(Runnable::run);

    assertThat(results).allSatisfy(result -> assertThat(result).isCancelled());
    assertThat(calls.count()).isEqualTo(5);
  }

  @Test
  void nothingIsBegunAfterClosing() {
    untilDone.close();

    assertThat(untilDone.run(calls::make)).isCancelled();
    assertThat(calls.count()).isZero();
  }
}
