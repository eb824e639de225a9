package org.groupdigest.job.llm.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The scheduler of production. */
class DaemonSchedulerTest {

  @Test
  void runsActionsOnAThreadThatKeepsNoProcessAlive() throws Exception {
    try (DaemonScheduler scheduler = new DaemonScheduler()) {
      CompletableFuture<Boolean> daemon = new CompletableFuture<>();
      scheduler.after(
          Duration.ofMillis(1), () -> daemon.complete(Thread.currentThread().isDaemon()));
      assertThat(daemon.get(10, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void closingEndsWaitsRatherThanLosingThem() {
    DaemonScheduler scheduler = new DaemonScheduler();
    AtomicBoolean over = new AtomicBoolean();
    scheduler.after(Duration.ofDays(1), () -> over.set(true));
    scheduler.close();
    assertThat(over).isTrue();
    assertThatThrownBy(() -> scheduler.after(Duration.ZERO, () -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @Test
  void whatIsTakenBackIsNotRun() {
    DaemonScheduler scheduler = new DaemonScheduler();
    AtomicBoolean ran = new AtomicBoolean();
    scheduler.after(Duration.ofDays(1), () -> ran.set(true)).cancel();
    scheduler.close();
    assertThat(ran).isFalse();
  }
}
