package org.groupdigest.connectors.sink;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;

/** Whatever fails and whenever the job is restored: each element is taken, or handed over. */
class NothingIsLostTest {
  private static final int ELEMENTS = 40;

  @Property(tries = 300)
  void everyElementEndsInTheStoreInItsOrderOrAmongTheRefused(@ForAll long seed) throws Exception {
    Run run = new Run(new Random(seed));
    for (int number = 0; number < ELEMENTS; number++) {
      run.write(number);
    }
    run.end();
    assertThat(run.sender.taken.stream().distinct()).containsExactlyElementsOf(words("n"));
    assertThat(run.refused.stream().distinct()).containsExactlyElementsOf(words("bad"));
  }

  /** Each fifth element is one that the store refuses. */
  private static String word(int number) {
    return (number % 5 == 3 ? "bad" : "n") + number;
  }

  private static List<String> words(String kind) {
    return IntStream.range(0, ELEMENTS)
        .mapToObj(NothingIsLostTest::word)
        .filter(word -> word.startsWith(kind))
        .toList();
  }

  /** A job with failures and restarts. */
  private static final class Run {
    private final Random random;
    private final ScriptedSender sender = new ScriptedSender();
    private final List<String> refused = new ArrayList<>();
    private WriterContext context = new WriterContext();
    private StatefulSinkWriter<String, BufferedRequestState<TextEntry>> writer;

    private Run(Random random) throws Exception {
      this.random = random;
      this.writer = sink().createWriter(context);
    }

    private void write(int number) throws Exception {
      if (random.nextInt(3) == 0) {
        sender.failures.add(new IllegalStateException("away"));
      }
      writer.write(word(number), null);
      if (random.nextBoolean()) {
        context.advance(random.nextInt(60));
      }
      if (random.nextInt(10) == 0) {
        restart();
      }
    }

    /** Goes on from a checkpoint, whatever is under way. */
    private void restart() throws Exception {
      writer.flush(false);
      List<BufferedRequestState<TextEntry>> state = writer.snapshotState(1);
      context = new WriterContext();
      writer = sink().restoreWriter(context, state);
    }

    /** All failures are over: waits as long as the longest delay. */
    private void end() throws Exception {
      sender.failures.clear();
      context.advance(100);
      writer.flush(true);
    }

    private ScriptedSink sink() {
      return ScriptedSink.to(sender)
          .setRetryDelays(new RetryDelays(Duration.ofMillis(20), Duration.ofMillis(100)))
          .setRefusedEntries((entry, why) -> refused.add(entry.text()))
          .setMaxBatchSize(5)
          .setMaxBufferedRequests(100)
          .build();
    }
  }
}
