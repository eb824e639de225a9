package org.groupdigest.connectors.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.junit.jupiter.api.Test;

/** The writer in one thread: mail is delivered and time passes when the test says so. */
class EntryStoreWriterTest {
  private static final long DELAY = 100;

  private final FakeStore store = new FakeStore();
  private final ManualWriterContext context = new ManualWriterContext();
  private final List<String> dead = new ArrayList<>();
  private final FakeSink.Builder sink =
      FakeSink.to(store)
          .setRetryDelay(new RetryDelay(Duration.ofMillis(DELAY), Duration.ofMillis(4 * DELAY)));
  private StatefulSinkWriter<Integer, BufferedRequestState<String>> writer;

  @Test
  void aFullBatchIsWrittenAndTheRestWaits() throws Exception {
    open();
    write(1, 2, 3);
    assertThat(store.written).containsExactly("n1", "n2");
    writer.flush(true);
    assertThat(store.written).containsExactly("n1", "n2", "n3");
  }

  @Test
  void aBatchThatIsNotFullIsWrittenWhenItsTimeHasCome() throws Exception {
    open();
    write(1);
    pass(999);
    assertThat(store.written).isEmpty();
    pass(1);
    assertThat(store.written).containsExactly("n1");
  }

  @Test
  void onlyWhatFailedIsWrittenAgainAndNotBeforeTheDelay() throws Exception {
    open();
    store.failWith(new IOException("away"));
    write(1, 2);
    assertThat(store.written).containsExactly("n2");
    pass(DELAY / 2 - 1);
    assertThat(store.attempted).containsExactly("n1", "n2");
    pass(DELAY / 2 + 1);
    writer.flush(true);
    assertThat(store.attempted).containsExactly("n1", "n2", "n1");
    assertThat(store.written).containsExactly("n2", "n1");
    assertThat(errors()).isEqualTo(1);
  }

  @Test
  void theDelayGrowsUntilAWriteSucceeds() throws Exception {
    sink.setMaxBatchSize(1);
    open();
    IOException away = new IOException("away");
    store.failWith(away, away, away);
    write(1);
    pass(DELAY);
    assertThat(store.attempted).hasSize(2);
    pass(DELAY - 1);
    assertThat(store.attempted).as("twice as long, less a half at most").hasSize(2);
    pass(DELAY + 1);
    assertThat(store.attempted).hasSize(3);
    pass(4 * DELAY);
    assertThat(store.written).containsExactly("n1");

    store.failWith(away);
    write(2);
    pass(DELAY);
    assertThat(store.written).containsExactly("n1", "n2");
  }

  @Test
  void anEntryThatIsRefusedIsHandedOverAndTheOthersAreWritten() throws Exception {
    sink.setDeadElements((entry, why) -> dead.add(entry + " " + why.code()));
    open();
    store.failWith(new IllegalArgumentException("bad"));
    write(1, 2, 3, 4);
    assertThat(dead).containsExactly("n1 bad");
    assertThat(store.written).containsExactly("n2", "n3", "n4");
    assertThat(store.attempted).doesNotHaveDuplicates();
  }

  @Test
  void anEntryThatIsRefusedFailsTheJobUnlessSomebodyTakesIt() throws Exception {
    open();
    store.failWith(new IllegalArgumentException("bad"));
    assertThatThrownBy(() -> write(1, 2)).isInstanceOf(RejectedEntryException.class);
  }

  @Test
  void aStoreThatShutsUsOutFailsTheJobWhoeverTakesDeadElements() throws Exception {
    sink.setDeadElements((entry, why) -> dead.add(entry));
    open();
    store.failWith(new SecurityException("password"));
    assertThatThrownBy(() -> write(1, 2))
        .isInstanceOf(StoreAccessException.class)
        .hasMessage("go away");
    assertThat(dead).isEmpty();
  }

  @Test
  void aClientThatThrowsIsAClientThatFails() throws Exception {
    open();
    store.thrown = new IllegalStateException("closed");
    write(1, 2);
    store.thrown = null;
    pass(DELAY);
    writer.flush(true);
    assertThat(store.written).containsExactly("n1", "n2");
  }

  @Test
  void anEntryThatIsTooLargeIsRefusedBeforeItIsSent() throws Exception {
    List<Integer> converted = new ArrayList<>();
    sink.setDeadElements((entry, why) -> dead.add(entry.length() + " " + why.code()))
        .setElementConverter(
            (number, anyContext) -> {
              converted.add(number);
              return "x".repeat(number);
            });
    open();
    write(20, 21, 19);
    assertThat(dead).containsExactly("21 too_large");
    assertThat(store.attempted).extracting(String::length).containsExactly(20, 19);
    assertThat(converted).as("each element once").containsExactly(20, 21, 19);
  }

  @Test
  void whatIsNotWrittenIsInTheCheckpointAndWrittenByTheNextWriter() throws Exception {
    open();
    store.failWith(new IOException("away"));
    write(1, 2, 3);
    pass(DELAY);
    writer.flush(false);
    List<BufferedRequestState<String>> state = writer.snapshotState(1);
    assertThat(FrozenState.entries(state.get(0))).isNotEmpty().doesNotContain("n2");

    FakeStore later = new FakeStore();
    var next = FakeSink.to(later).build().restoreWriter(new ManualWriterContext(), state);
    next.flush(true);
    store.written.addAll(later.written);
    assertThat(store.written).contains("n1", "n2", "n3").doesNotHaveDuplicates();
  }

  /** Why what must not wait for a store runs in another job than its sink. */
  @Test
  void aCheckpointWaitsForAStoreThatIsAwayOnceABatchIsFull() throws Exception {
    open();
    for (int failure = 0; failure < 50; failure++) {
      store.failWith(new IOException("away"));
    }
    write(1, 2, 3, 4);
    writer.flush(false);
    assertThat(store.attempted).as("the outage had to end first").hasSizeGreaterThan(50);
    assertThat(store.written).contains("n1", "n2", "n3");
  }

  @Test
  void aStoreThatLetsNobodyInFailsTheStartAndIsClosed() {
    store.check = CompletableFuture.failedFuture(new SecurityException("password"));
    assertThatThrownBy(this::open).isInstanceOf(StoreAccessException.class).hasMessage("go away");
    assertThat(store.closed).isTrue();
  }

  @Test
  void aStoreThatIsAwayAtTheStartIsWrittenToLater() throws Exception {
    store.check = CompletableFuture.failedFuture(new IOException("away"));
    open();
    write(1, 2);
    assertThat(store.written).hasSize(2);
  }

  @Test
  void closingClosesTheStoreAndWhoTakesDeadElements() throws Exception {
    List<String> heard = new ArrayList<>();
    sink.setDeadElements(new Hearing(heard));
    open();
    writer.close();
    assertThat(heard).containsExactly("open", "close");
    assertThat(store.closed).isTrue();
  }

  private void open() throws IOException {
    writer = sink.build().createWriter(context);
  }

  private void write(Integer... numbers) throws Exception {
    for (Integer number : numbers) {
      writer.write(number, null);
    }
    context.deliverMail();
  }

  private void pass(long millis) throws Exception {
    context.pass(millis);
  }

  private long errors() {
    return context.metricGroup().getNumRecordsSendErrorsCounter().getCount();
  }

  private record Hearing(List<String> heard) implements DeadElements<String> {
    @Override
    public void add(String entry, RejectedEntryException why) {}

    @Override
    public void open(WriterInitContext context) {
      heard.add("open");
    }

    @Override
    public void close() {
      heard.add("close");
    }
  }
}
