package org.groupdigest.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

class ParallelStartTest {

  private static final Set<Service> ALL =
      EnumSet.of(Service.KAFKA, Service.POSTGRES, Service.REDIS);

  private final List<Service> closed = new CopyOnWriteArrayList<>();
  private final ParallelStart start = new ParallelStart(Progress.silent());

  @Test
  void servicesStartBesideEachOther() {
    CyclicBarrier allAreStarting = new CyclicBarrier(ALL.size());
    start.start(
        ALL,
        service -> {
          meet(allAreStarting);
          return new FakeService(service);
        });
    assertThat(start.running()).containsOnlyKeys(ALL);
    start.stop();
    assertThat(closed).containsExactlyInAnyOrderElementsOf(ALL);
  }

  @Test
  void aFailureIsThrownAtOnceAndStopGivesUpTheRest() {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch redisRuns = new CountDownLatch(1);
    LocalStackException failure = new LocalStackException(Problem.MISSING_JARS, "what", "do");
    assertThatThrownBy(
            () ->
                start.start(
                    ALL,
                    service ->
                        switch (service) {
                          case KAFKA -> {
                            uninterruptedWait(redisRuns);
                            throw failure;
                          }
                          case POSTGRES -> {
                            uninterruptedWait(never);
                            yield new FakeService(service);
                          }
                          default -> new FakeService(service, redisRuns);
                        }))
        .isSameAs(failure);
    start.stop();
    assertThat(closed).contains(Service.REDIS).doesNotContain(Service.KAFKA);
  }

  @Test
  void oneThatCannotBeStoppedDoesNotKeepTheOthersUp() {
    start.start(
        ALL, service -> service == Service.KAFKA ? new Stubborn() : new FakeService(service));
    assertThatThrownBy(start::stop).hasMessage("stubborn");
    assertThat(closed).containsExactlyInAnyOrder(Service.POSTGRES, Service.REDIS);
  }

  @Test
  void anInterruptedCallerStillStopsEverythingAndStaysInterrupted() {
    start.start(ALL, FakeService::new);
    Thread.currentThread().interrupt();
    start.stop();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(closed).containsExactlyInAnyOrderElementsOf(ALL);
  }

  @Test
  void nothingStartsAfterTheStop() {
    start.stop();
    assertThatThrownBy(() -> start.start(ALL, FakeService::new))
        .isInstanceOfSatisfying(
            LocalStackException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.CLOSED_WHILE_STARTING));
    assertThat(start.running()).isEmpty();
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void uninterruptedWait(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException("given up", e);
    }
  }

  private class FakeService implements LocalService {

    private final Service service;

    FakeService(Service service) {
      this(service, new CountDownLatch(1));
    }

    FakeService(Service service, CountDownLatch made) {
      this.service = service;
      made.countDown();
    }

    @Override
    public Service service() {
      return service;
    }

    @Override
    public int port() {
      return 1;
    }

    @Override
    public Map<String, String> endpoints() {
      return Map.of();
    }

    @Override
    public void close() {
      closed.add(service);
    }
  }

  private final class Stubborn extends FakeService {

    Stubborn() {
      super(Service.KAFKA);
    }

    @Override
    public void close() {
      throw new IllegalStateException("stubborn");
    }
  }
}
