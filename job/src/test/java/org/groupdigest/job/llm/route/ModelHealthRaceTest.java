package org.groupdigest.job.llm.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.groupdigest.connectors.llm.LlmFailure;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;

/** However many threads ask at once, a half-open circuit lets one probe through at a time. */
class ModelHealthRaceTest {

  private static final int THREADS = 8;
  private static final Duration RECOVERY = Duration.ofSeconds(60);

  private final VirtualTime time = new VirtualTime();
  private final ModelHealth health = new ModelHealth(1, RECOVERY, Duration.ZERO, time);
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  @RepeatedTest(20)
  void oneProbeGoesThrough() throws Exception {
    open();
    assertThat(askAtOnce()).hasSize(1);
  }

  @RepeatedTest(20)
  void aProbeThatIsAbandonedOrRateLimitedIsFollowedByOneOther() throws Exception {
    open();
    askAtOnce().get(0).abandoned();
    List<CallTicket> second = askAtOnce();
    assertThat(second).hasSize(1);
    second.get(0).failed(LlmFailure.of(Kind.RATE_LIMITED, "test"));
    List<CallTicket> third = askAtOnce();
    assertThat(third).hasSize(1);
    third.get(0).answered();
    assertThat(askAtOnce()).hasSize(THREADS);
  }

  private void open() {
    CallTicket ticket = ((Clearance.Granted) health.start("model", "opener")).ticket();
    ticket.failed(LlmFailure.of(Kind.OVERLOADED, "test"));
    time.pass(RECOVERY);
  }

  private List<CallTicket> askAtOnce() throws Exception {
    CyclicBarrier together = new CyclicBarrier(THREADS);
    List<Callable<Clearance>> all = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      String tenant = "tenant-" + i % 3;
      all.add(
          () -> {
            together.await();
            return health.start("model", tenant);
          });
    }
    List<CallTicket> tickets = new ArrayList<>();
    for (Future<Clearance> clearance : threads.invokeAll(all)) {
      if (clearance.get() instanceof Clearance.Granted granted) {
        tickets.add(granted.ticket());
      }
    }
    return tickets;
  }
}
