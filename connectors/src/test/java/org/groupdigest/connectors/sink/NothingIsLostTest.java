package org.groupdigest.connectors.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;

/** Whatever fails and whenever the job is restored: each element is written, or handed over. */
class NothingIsLostTest {
  private static final int ELEMENTS = 40;

  @Property(tries = 300)
  void everyElementEndsOnceInTheStoreOrAmongTheDead(@ForAll long seed) throws Exception {
    Run run = new Run(new Random(seed));
    for (int number = 0; number < ELEMENTS; number++) {
      run.write(number);
    }
    run.end();
    List<String> ended = new ArrayList<>(run.store.written);
    ended.addAll(run.dead);
    assertThat(ended)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, ELEMENTS).mapToObj(number -> "n" + number).toList());
  }

  /** A job with failures and restarts. */
  private static final class Run {
    private final Random random;
    private final FakeStore store = new FakeStore();
    private final List<String> dead = new ArrayList<>();
    private ManualWriterContext context = new ManualWriterContext();
    private StatefulSinkWriter<Integer, BufferedRequestState<String>> writer;

    private Run(Random random) throws Exception {
      this.random = random;
      this.writer = sink().createWriter(context);
    }

    private void write(int number) throws Exception {
      fail();
      writer.write(number, null);
      context.pass(random.nextInt(60));
      if (random.nextInt(10) == 0) {
        restart();
      }
    }

    /** All failures are over: waits as long as the longest delay, as often as needed. */
    private void end() throws Exception {
      store.healed = true;
      for (int round = 0; round < ELEMENTS; round++) {
        context.pass(1_000);
      }
      writer.flush(true);
    }

    /** Goes on from a checkpoint; what is under way is waited for first, as Flink does. */
    private void restart() throws Exception {
      store.healed = true;
      context.pass(100);
      writer.flush(false);
      List<BufferedRequestState<String>> state = writer.snapshotState(1);
      store.healed = false;
      context = new ManualWriterContext();
      writer = sink().restoreWriter(context, state);
    }

    private void fail() {
      switch (random.nextInt(4)) {
        case 0 -> store.failWith(new IOException("away"), new IOException("away"));
        case 1 -> store.failWith(new IllegalArgumentException("bad"));
        default -> {
          // All is well.
        }
      }
    }

    private FakeSink sink() {
      return FakeSink.to(store)
          .setRetryDelay(new RetryDelay(Duration.ofMillis(20), Duration.ofMillis(100)))
          .setDeadElements((entry, why) -> dead.add(entry))
          .setMaxBatchSize(5)
          .build();
    }
  }
}
