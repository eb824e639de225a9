package org.groupdigest.job.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.sink.RetryDelays;
import org.junit.jupiter.api.Test;

/** Pauses are noted and work waits for the test to do it. */
class UntilAnsweredTest {

  private final List<Long> pauses = new ArrayList<>();
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private final UntilAnswered store =
      new UntilAnswered(
          "the store",
          new RetryDelays(Duration.ofMillis(100), Duration.ofMillis(300)),
          failure -> failure instanceof IllegalStateException,
          millis -> {
            pauses.add(millis);
            return waiting::add;
          });

  private int asked;

  @Test
  void aStoreThatIsAwayIsAskedWithGrowingPausesUntilItAnswers() {
    CompletableFuture<String> answer = store.ask(() -> awayFor(4));
    while (!waiting.isEmpty()) {
      assertThat(answer).isNotDone();
      waiting.remove().run();
    }
    assertThat(answer).isCompletedWithValue("here");
    assertThat(asked).isEqualTo(5);
    assertThat(pauses).containsExactly(100L, 200L, 300L, 300L);
  }

  @Test
  void aFailureThatLastsEndsTheCall() {
    CompletableFuture<String> answer =
        store.ask(() -> CompletableFuture.failedFuture(new SecurityException("no")));
    assertThatThrownBy(answer::join).hasCauseInstanceOf(SecurityException.class);
    assertThat(waiting).isEmpty();
  }

  @Test
  void aQuestionThatThrowsIsOneThatFailed() {
    CompletableFuture<String> answer =
        store.ask(
            () -> {
              throw new IllegalStateException("away");
            });
    assertThat(answer).isNotDone();
    assertThat(waiting).hasSize(1);
  }

  @Test
  void closingWhileItWaitsCancelsEveryCallAndAsksNoMore() {
    CompletableFuture<String> paused = store.ask(() -> awayFor(9));
    CompletableFuture<String> silent = store.ask(CompletableFuture::new);
    store.close();
    for (CompletableFuture<String> call : List.of(paused, silent)) {
      assertThatThrownBy(call::join).isInstanceOf(CancellationException.class);
    }
    waiting.remove().run();
    assertThat(asked).as("the pause that was left over").isEqualTo(1);
    assertThat(store.ask(() -> awayFor(0))).isCompletedExceptionally();
  }

  private CompletionStage<String> awayFor(int times) {
    asked++;
    return asked <= times
        ? CompletableFuture.failedFuture(new IllegalStateException("away"))
        : CompletableFuture.completedFuture("here");
  }
}
