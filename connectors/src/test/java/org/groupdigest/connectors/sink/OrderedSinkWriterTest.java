package org.groupdigest.connectors.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.groupdigest.connectors.shared.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The writer on one thread: mail is delivered and time passes when the test says so. */
class OrderedSinkWriterTest {
  private static final long FIRST = 100;
  private static final long LONGEST = 1_000;

  private final ScriptedSender sender = new ScriptedSender();
  private final WriterContext context = new WriterContext();
  private final List<String> refused = new ArrayList<>();
  private final ScriptedSink.Builder sink =
      ScriptedSink.to(sender)
          .setMaxBatchSize(2)
          .setMaxBufferedRequests(8)
          .setMaxTimeInBufferMS(50)
          .setRetryDelays(new RetryDelays(Duration.ofMillis(FIRST), Duration.ofMillis(LONGEST)));
  private StatefulSinkWriter<String, BufferedRequestState<TextEntry>> writer;

  @BeforeEach
  void open() throws Exception {
    writer = sink.build().createWriter(context);
  }

  @Test
  void aFullBatchGoesAtOnceAndTheRestWhenItsTimeHasCome() throws Exception {
    write("a", "b", "c");
    context.drain();
    assertThat(sender.taken).containsExactly("a", "b");
    context.advance(50);
    assertThat(sender.taken).containsExactly("a", "b", "c");
  }

  @Test
  void oneBatchIsOnItsWayAtATimeAndNoneOvertakesAnother() throws Exception {
    sender.holding = true;
    write("a", "b", "c", "d");
    context.drain();
    assertThat(sender.sizes).containsExactly(2);

    sender.holding = false;
    sender.held.getFirst().completeExceptionally(new IllegalStateException("away"));
    context.drain();
    assertThat(sender.taken).isEmpty();
    context.advance(FIRST);
    assertThat(sender.taken).containsExactly("a", "b", "c", "d");
  }

  @Test
  void pausesDoubleUpToTheLongestAndStartAnewAfterASuccess() throws Exception {
    sender.away = true;
    write("a", "b");
    for (long pause : new long[] {FIRST, 2 * FIRST, 4 * FIRST, 8 * FIRST, LONGEST, LONGEST}) {
      int before = sender.sizes.size();
      context.advance(pause - 1);
      assertThat(sender.sizes).as("before %d ms", pause).hasSize(before);
      context.advance(1);
      assertThat(sender.sizes).as("after %d ms", pause).hasSize(before + 1);
    }
    sender.away = false;
    context.advance(LONGEST);
    assertThat(sender.taken).containsExactly("a", "b");

    sender.away = true;
    write("c", "d");
    context.drain();
    sender.away = false;
    context.advance(FIRST);
    assertThat(sender.taken).containsExactly("a", "b", "c", "d");
  }

  @Test
  void aCheckpointDoesNotWaitForAStoreThatIsAwayAndHoldsWhatIsOutstanding() throws Exception {
    sender.away = true;
    write("a", "b", "c", "d", "e");
    context.drain();
    writer.flush(false);
    assertThat(words(writer.snapshotState(1))).containsExactly("a", "b", "c", "d", "e");

    sender.away = false;
    context.advance(FIRST);
    writer.flush(false);
    assertThat(words(writer.snapshotState(2))).as("what was taken is gone").isEmpty();
  }

  @Test
  void theNextWriterBeginsWithWhatTheLastOneLeftInTheSameOrder() throws Exception {
    sender.away = true;
    write("a", "b", "c");
    context.drain();
    List<BufferedRequestState<TextEntry>> state = writer.snapshotState(1);
    writer.close();
    assertThat(sender.closed).isTrue();

    sender.away = false;
    writer = sink.build().restoreWriter(new WriterContext(), state);
    write("d");
    writer.flush(true);
    assertThat(sender.taken).containsExactly("a", "b", "c", "d");
  }

  @Test
  void aBatchThatIsHalfDoneIsInTheCheckpointWithItsOtherHalf() throws Exception {
    withHandler();
    sender.failures.add(new IllegalArgumentException("one of two"));
    write("a", "b");
    sender.holding = true;
    context.drain();
    assertThat(words(writer.snapshotState(1))).containsExactly("a", "b");
    sender.held.removeFirst().complete(null);
    context.drain();
    assertThat(words(writer.snapshotState(2))).containsExactly("b");
    sender.held.removeFirst().complete(null);
    context.drain();
    assertThat(words(writer.snapshotState(3))).isEmpty();
    assertThat(refused).isEmpty();
  }

  @Test
  void theElementToBlameIsFoundAndTheOthersAreTaken() throws Exception {
    sink.setMaxBatchSize(7);
    withHandler();
    write("a", "b", "c", "bad1", "d", "e", "bad2");
    context.drain();
    assertThat(refused).containsExactly("bad1: words: bad", "bad2: words: bad");
    assertThat(sender.taken).containsExactly("a", "b", "c", "d", "e");
  }

  @Test
  void aRefusedElementFailsTheJobUnlessSomebodyTakesIt() throws Exception {
    write("a", "bad");
    assertThatThrownBy(context::drain).isInstanceOf(StoreException.class).hasMessage("words: bad");
  }

  @Test
  void aStoreThatShutsUsOutFailsTheJobWhoeverTakesRefusedElements() throws Exception {
    withHandler();
    sender.failures.add(new SecurityException("the password was hunter2"));
    write("a", "b");
    assertThatThrownBy(context::drain)
        .isInstanceOf(StoreException.class)
        .hasMessage("words: shut_out");
    assertThat(refused).isEmpty();
    assertThat(words(writer.snapshotState(1))).containsExactly("a", "b");
  }

  @Test
  void aRequestThatIsNeverAnsweredIsMadeAgain() throws Exception {
    sink.setRequestTimeout(Duration.ofMillis(1));
    open();
    sender.holding = true;
    write("a", "b");
    context.drainUntil(() -> context.errors() == 2);
    sender.holding = false;
    context.advance(FIRST);
    assertThat(sender.taken).containsExactly("a", "b");
    assertThat(sender.held.getFirst()).as("is given up").isCompletedExceptionally();
    sender.held.getFirst().complete(null);
    context.drain();
    assertThat(sender.sizes).as("the late answer changes nothing").hasSize(2);
  }

  @Test
  void tooManyOutstandingChangesHoldTheInputUntilTheStoreIsBack() throws Exception {
    sender.holding = true;
    write("1", "2", "3", "4", "5", "6", "7", "8");
    context.drain();
    write("9", "10", "11", "12", "13", "14", "15", "16");
    assertThat(words(writer.snapshotState(1))).hasSize(16);
    sender.holding = false;
    sender.held.getFirst().complete(null);
    write("17");
    writer.flush(true);
    assertThat(sender.taken).startsWith("3").endsWith("16", "17").hasSize(15);
  }

  @Test
  void theEndOfTheInputWaitsForEverything() throws Exception {
    write("a", "b", "c");
    writer.flush(true);
    assertThat(sender.taken).containsExactly("a", "b", "c");
  }

  @Test
  void stateOfAnotherVersionIsNotGuessedAt() throws Exception {
    write("a");
    var serializer = sink.build().getWriterStateSerializer();
    byte[] bytes = serializer.serialize(writer.snapshotState(1).get(0));
    assertThat(words(List.of(serializer.deserialize(1, bytes)))).containsExactly("a");
    assertThatThrownBy(() -> serializer.deserialize(2, bytes)).hasMessageContaining("version 2");
  }

  @Test
  void aChangeThatIsTooLargeIsRefusedBeforeItIsSentAndTheOthersAreTaken() throws Exception {
    List<String> converted = new ArrayList<>();
    sink.setMaxRecordSizeInBytes(5)
        .setElementConverter(
            (word, anyContext) -> {
              converted.add(word);
              return new TextEntry(word, word.length());
            });
    withHandler();
    write("small", "larger", "tiny");
    writer.flush(true);
    assertThat(refused).singleElement().asString().startsWith("larger").endsWith("too_large");
    assertThat(context.errors()).isOne();
    assertThat(sender.taken).containsExactly("small", "tiny");
    assertThat(converted).as("each element once").containsExactly("small", "larger", "tiny");
  }

  @Test
  void anElementMayBecomeManyChangesOrNone() throws Exception {
    sink.setMaxRecordSizeInBytes(3)
        .setEntriesConverter(
            (word, anyContext) ->
                word.chars()
                    .mapToObj(letter -> new TextEntry(word + (char) letter, word.length()))
                    .toList());
    withHandler();
    write("ab", "", "long", "c");
    writer.flush(true);
    assertThat(sender.taken).containsExactly("aba", "abb", "cc");
    assertThat(refused).as("each change by itself").hasSize(4);
  }

  @Test
  void closingClosesTheSenderAndWhoTakesRefusedElements() throws Exception {
    List<String> heard = new ArrayList<>();
    sink.setRefusedEntries(new Hearing(heard));
    open();
    writer.close();
    assertThat(heard).containsExactly("open", "close");
    assertThat(sender.closed).isTrue();
  }

  @Test
  void limitsThatContradictEachOtherFailTheStartAndCloseTheSender() {
    sink.setMaxBatchSize(8);
    assertThatThrownBy(this::open)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("strictly greater");
    assertThat(sender.closed).isTrue();
  }

  @Test
  void orderIsNotForSale() {
    assertThatThrownBy(() -> sink.setMaxInFlightRequests(2).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("order");
    assertThatThrownBy(() -> new RetryDelays(Duration.ZERO, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private record Hearing(List<String> heard) implements RefusedEntries<TextEntry> {
    @Override
    public void refused(TextEntry entry, StoreException reason) {}

    @Override
    public void open(WriterInitContext anyContext) {
      heard.add("open");
    }

    @Override
    public void close() {
      heard.add("close");
    }
  }

  private void withHandler() throws Exception {
    sink.setRefusedEntries((entry, why) -> refused.add(entry.text() + ": " + why.getMessage()));
    open();
  }

  private void write(String... words) throws Exception {
    for (String word : words) {
      writer.write(word, null);
    }
  }

  private static List<String> words(List<BufferedRequestState<TextEntry>> states) {
    return states.stream()
        .flatMap(state -> state.getBufferedRequestEntries().stream())
        .map(wrapper -> wrapper.getRequestEntry().text())
        .toList();
  }
}
