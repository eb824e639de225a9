package org.groupdigest.job.llm.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.groupdigest.job.llm.route.TenantPermits.Permit;
import org.junit.jupiter.api.Test;

/** Permits are bounded, shared out in turn, and come back on every path. */
class TenantPermitsTest {

  private final VirtualTime time = new VirtualTime();
  private final List<String> order = new ArrayList<>();
  private final List<Permit> held = new ArrayList<>();

  @Test
  void aTenantHoldsNoMoreThanItsShareAndAllNoMoreThanThereAre() {
    TenantPermits permits = new TenantPermits(3, 2, time, time);
    ask(permits, "a", "a1", "a2", "a3");
    ask(permits, "b", "b1", "b2");
    assertThat(order).containsExactly("a1", "a2", "b1");
  }

  @Test
  void tenantsAreServedInTurnAndTheRequestsOfOneInOrder() {
    TenantPermits permits = new TenantPermits(1, 1, time, time);
    ask(permits, "a", "a1", "a2", "a3", "a4");
    ask(permits, "b", "b1", "b2");
    ask(permits, "c", "c1");
    releaseAll();
    assertThat(order).containsExactly("a1", "b1", "c1", "a2", "b2", "a3", "a4");
  }

  @Test
  void aThousandRequestsOfOneTenantDelayAnotherByOne() {
    TenantPermits permits = new TenantPermits(4, 4, time, time);
    for (int i = 0; i < 1000; i++) {
      ask(permits, "greedy", "g" + i);
    }
    ask(permits, "modest", "m");
    held.remove(0).close();
    held.remove(0).close();
    assertThat(order.indexOf("m")).isLessThanOrEqualTo(5);
  }

  @Test
  void aPermitIsGivenBackOnce() {
    TenantPermits permits = new TenantPermits(1, 1, time, time);
    ask(permits, "a", "a1", "a2", "a3");
    Permit first = held.get(0);
    first.close();
    first.close();
    assertThat(order).containsExactly("a1", "a2");
  }

  @Test
  void whoWaitsTooLongLeavesTheQueueAndGetsNothing() {
    TenantPermits permits = new TenantPermits(1, 1, time, time);
    ask(permits, "a", "a1");
    List<Optional<Permit>> late = new ArrayList<>();
    permits.acquire("a", time.instant().plusSeconds(5)).thenAccept(late::add);
    ask(permits, "a", "a3");
    time.pass(Duration.ofSeconds(5));
    assertThat(late).containsExactly(Optional.empty());
    releaseAll();
    assertThat(order).containsExactly("a1", "a3");
  }

  @Test
  void afterTheDeadlineThereIsNothingToWaitFor() {
    TenantPermits permits = new TenantPermits(1, 1, time, time);
    assertThat(permits.acquire("a", time.instant()).toCompletableFuture().getNow(null)).isEmpty();
    ask(permits, "a", "still free");
    assertThat(order).containsExactly("still free");
  }

  @Test
  void whoIsServedIsNotTimedOutLater() {
    TenantPermits permits = new TenantPermits(1, 1, time, time);
    ask(permits, "a", "a1", "a2");
    assertThat(time.plannedTasks()).isEqualTo(1);
    held.get(0).close();
    assertThat(time.plannedTasks()).isZero();
  }

  @Test
  void aLongQueueIsServedWithoutADeepStack() {
    TenantPermits permits = new TenantPermits(1, 1, time, time);
    AtomicInteger served = new AtomicInteger();
    ask(permits, "a", "first");
    for (int i = 0; i < 100_000; i++) {
      permits
          .acquire("tenant-" + i % 7, time.instant().plusSeconds(60))
          .thenAccept(
              permit -> {
                served.incrementAndGet();
                permit.orElseThrow().close();
              });
    }
    held.get(0).close();
    assertThat(served).hasValue(100_000);
  }

  @Test
  void whenTimeIsClosedWhoWaitsIsSentAwayAtOnce() {
    DaemonScheduler scheduler = new DaemonScheduler();
    TenantPermits permits = new TenantPermits(1, 1, Clock.systemUTC(), scheduler);
    assertThat(permits.acquire("a", Clock.systemUTC().instant().plusSeconds(600))).isCompleted();
    scheduler.close();
    assertThat(permits.acquire("a", Clock.systemUTC().instant().plusSeconds(600)))
        .isCompletedWithValue(Optional.empty());
  }

  @Test
  void underManyThreadsTheBoundsHoldAndEverybodyIsServed() throws Exception {
    int requests = 4000;
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (DaemonScheduler scheduler = new DaemonScheduler()) {
      TenantPermits permits = new TenantPermits(5, 2, Clock.systemUTC(), scheduler);
      Usage usage = new Usage(requests);
      for (int i = 0; i < requests; i++) {
        String tenant = "tenant-" + i % 6;
        threads.execute(
            () ->
                permits
                    .acquire(tenant, Clock.systemUTC().instant().plusSeconds(60))
                    .thenAccept(permit -> threads.execute(() -> usage.use(tenant, permit))));
      }
      assertThat(usage.done.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(usage.most).hasValueBetween(1, 5);
      assertThat(usage.mostOfATenant).hasValueBetween(1, 2);
      assertThat(usage.refused).hasValue(0);
    } finally {
      threads.shutdownNow();
    }
  }

  private void ask(TenantPermits permits, String tenant, String... names) {
    for (String name : names) {
      permits
          .acquire(tenant, time.instant().plusSeconds(60))
          .thenAccept(
              permit ->
                  permit.ifPresent(
                      it -> {
                        order.add(name);
                        held.add(it);
                      }));
    }
  }

  private void releaseAll() {
    while (!held.isEmpty()) {
      held.remove(0).close();
    }
  }

  /** How many use permits at once. */
  private static final class Usage {

    private final CountDownLatch done;
    private final AtomicInteger now = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger mostOfATenant = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Map<String, AtomicInteger> byTenant = new ConcurrentHashMap<>();

    private Usage(int requests) {
      done = new CountDownLatch(requests);
    }

    private void use(String tenant, Optional<Permit> permit) {
      if (permit.isEmpty()) {
        refused.incrementAndGet();
        done.countDown();
        return;
      }
      AtomicInteger own = byTenant.computeIfAbsent(tenant, name -> new AtomicInteger());
      most.accumulateAndGet(now.incrementAndGet(), Math::max);
      mostOfATenant.accumulateAndGet(own.incrementAndGet(), Math::max);
      Thread.onSpinWait();
      own.decrementAndGet();
      now.decrementAndGet();
      permit.get().close();
      done.countDown();
    }
  }
}
