package org.groupdigest.job.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.groupdigest.job.sim.fault.Fault;
import org.groupdigest.job.sim.fault.SimFaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LatencyTest {

  private static final Clock STILL =
      Clock.fixed(Instant.parse("2025-11-10T09:00:00Z"), ZoneOffset.UTC);
  private static final SimConfig CONFIG =
      SimConfig.defaults()
          .withLatency(Duration.ofMillis(200))
          .withClock(STILL, Duration.ofMinutes(30));

  private final List<Duration> waits = Collections.synchronizedList(new ArrayList<>());

  /** Remembers how long it was to wait, and does not wait. */
  private final Delays impatient =
      new Delays() {
        @Override
        public void after(Duration wait, Runnable task) {
          waits.add(wait);
          task.run();
        }

        @Override
        public void close() {
          waits.add(Duration.ofDays(-1));
        }
      };

  @Test
  void answersWaitAndErrorsDoNot() throws Exception {
    try (LlmSimulator simulator = LlmSimulator.start(CONFIG, impatient)) {
      SimClient client = new SimClient(simulator);
      client.ask("a");
      simulator.faults(SimFaults.none().with(Fault.SERVER_ERROR, 1));
      client.ask("b");
      simulator.faults(SimFaults.none().with(Fault.SLOW, 1).slowerBy(4));
      client.ask("c");
    }
    assertThat(waits)
        .containsExactly(Duration.ofMillis(200), Duration.ofMillis(800), Duration.ofDays(-1));
  }

  @Test
  void slownessShowsWithoutAnyLatency() throws Exception {
    SimFaults slow = SimFaults.none().with(Fault.SLOW, 1).slowerBy(3);
    SimConfig config = CONFIG.withLatency(Duration.ZERO).withFaults(slow);
    try (LlmSimulator simulator = LlmSimulator.start(config, impatient)) {
      new SimClient(simulator).ask("a");
    }
    assertThat(waits).startsWith(Duration.ofMillis(300));
  }

  @Test
  void manyWaitAtOnceOnFewThreads() throws Exception {
    int many = 60;
    SimConfig config = SimConfig.defaults().withLatency(Duration.ofMillis(300));
    try (LlmSimulator simulator = LlmSimulator.start(config)) {
      SimClient client = new SimClient(simulator);
      client.ask("warm");
      long start = System.nanoTime();
      List<CompletableFuture<HttpResponse<String>>> asked = new ArrayList<>();
      SimClient.keys(many).forEach(key -> asked.add(client.askAsync(key)));
      asked.forEach(one -> assertThat(one.join().statusCode()).isEqualTo(200));
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      // One after another, or on as many threads as there are, would take seconds more.
      assertThat(took).isBetween(Duration.ofMillis(300), Duration.ofMillis(300L * many / 8));
    }
  }
}
