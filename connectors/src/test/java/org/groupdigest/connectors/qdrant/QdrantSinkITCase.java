package org.groupdigest.connectors.qdrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.groupdigest.connectors.shared.StoreException;
import org.groupdigest.connectors.sink.FrozenEntries;
import org.groupdigest.connectors.sink.RetryDelays;
import org.groupdigest.connectors.sink.WriterContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The sink against a server of Qdrant's protocol. */
class QdrantSinkITCase {
  private static final long PAUSE = 100;

  private final FakeQdrantServer qdrant = FakeQdrantServer.start();
  private final WriterContext context = new WriterContext();
  private final List<String> refused = new ArrayList<>();
  private OneInputStreamOperatorTestHarness<QdrantWrite, ?> operator;
  private StatefulSinkWriter<QdrantWrite, BufferedRequestState<QdrantWrite>> writer;

  @AfterEach
  void close() throws Exception {
    if (writer != null) {
      writer.close();
    }
    if (operator != null) {
      operator.close();
    }
    qdrant.close();
  }

  @Test
  void aStreamIsWrittenByAJobOfManyTasks() throws Exception {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    StreamExecutionEnvironment flink =
        StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
    QdrantSink<Long> sink =
        QdrantSink.<Long>builder()
            .setConfig(QdrantConfig.of("localhost", qdrant.port()))
            .setVectorSize(2)
            .setElementConverter(
                (number, anyContext) -> upsert("c" + number % 3, number.intValue()))
            .build();
    flink.fromSequence(0, 299).sinkTo(sink);
    flink.execute();
    assertThat(qdrant.collections().names()).containsExactlyInAnyOrder("c0", "c1", "c2");
    for (String name : qdrant.collections().names()) {
      assertThat(qdrant.collections().ids(name)).hasSize(100);
    }
  }

  @Test
  void aBatchIsOneCallACollectionAndReplayChangesNothing() throws Exception {
    open(builder().setMaxBatchSize(4));
    for (int replay = 0; replay < 2; replay++) {
      write(upsert("a", 1), upsert("b", 1), upsert("a", 2), upsert("a", 3));
      writer.flush(true);
      assertThat(qdrant.collections().ids("a")).containsExactly(id(1), id(2), id(3));
      assertThat(qdrant.collections().ids("b")).containsExactly(id(1));
    }
    assertThat(qdrant.calls()).filteredOn("UpdateBatch"::equals).hasSize(4);
    assertThat(qdrant.calls()).filteredOn("Create"::equals).hasSize(2);
  }

  @Test
  void aDeletionRemovesWhatWasWrittenBeforeItAndNotWhatComesAfter() throws Exception {
    open(builder().setMaxBatchSize(4));
    QdrantFilter group = QdrantFilter.all().and("group", "g1");
    write(
        upsert("a", 1),
        upsert("a", 2),
        new QdrantWrite.DeleteIds("a", Set.of(UUID.fromString(id(1)))),
        upsert("a", 3));
    writer.flush(true);
    assertThat(qdrant.collections().ids("a")).containsExactly(id(2), id(3));
    write(new QdrantWrite.DeleteMatching("a", group), upsert("a", 4));
    writer.flush(true);
    assertThat(qdrant.collections().ids("a")).containsExactly(id(4));
    write(new QdrantWrite.DeleteMatching("never", group));
    writer.flush(true);
    assertThat(qdrant.collections().names()).containsExactly("a");
  }

  @Test
  void nothingIsLostWhileTheServerIsDeadAndCheckpointsGoOn() throws Exception {
    open(builder().setMaxBatchSize(5).setMaxBufferedRequests(100));
    write(upserts(0, 20));
    context.drainUntil(() -> qdrant.collections().exists("a"));
    qdrant.die();
    write(upserts(20, 60));
    context.drain();
    writer.flush(false);
    List<BufferedRequestState<QdrantWrite>> state = writer.snapshotState(1);
    assertThat(FrozenEntries.entries(state.get(0))).hasSizeGreaterThanOrEqualTo(40);

    qdrant.comeBack();
    write(upserts(60, 70));
    context.advanceUntil(PAUSE, () -> qdrant.collections().ids("a").size() == 70);
  }

  @Test
  void flinksOwnOperatorTakesACheckpointWhileTheServerIsDeadAndRestoresIt() throws Exception {
    qdrant.die();
    operator = operator();
    operator.open();
    for (QdrantWrite write : upserts(0, 12)) {
      operator.processElement(new StreamRecord<>(write));
    }
    operator.prepareSnapshotPreBarrier(1);
    OperatorSubtaskState state = operator.snapshot(1, 1);
    operator.close();

    qdrant.comeBack();
    operator = operator();
    operator.initializeState(state);
    operator.open();
    operator.endInput();
    assertThat(qdrant.collections().ids("a")).hasSize(12);
  }

  private OneInputStreamOperatorTestHarness<QdrantWrite, ?> operator() throws Exception {
    return new OneInputStreamOperatorTestHarness<>(
        new SinkWriterOperatorFactory<>(builder().setMaxBatchSize(5).build()));
  }

  @Test
  void whatWasOutstandingAtACheckpointIsWrittenByTheNextAttempt() throws Exception {
    QdrantSink<QdrantWrite> sink = builder().setMaxBatchSize(5).build();
    qdrant.die();
    open(sink, List.of());
    write(upserts(0, 12));
    context.drain();
    List<BufferedRequestState<QdrantWrite>> state = writer.snapshotState(1);
    writer.close();

    qdrant.comeBack();
    open(sink, state);
    writer.flush(true);
    assertThat(qdrant.collections().ids("a")).hasSize(12);
  }

  @Test
  void aVectorOfAnotherSizeIsHandedOverAndTheOthersAreWritten() throws Exception {
    open(
        builder()
            .setMaxBatchSize(3)
            .setRefusedEntries((entry, why) -> refused.add(entry.collection() + why.code())));
    QdrantPoint odd = new QdrantPoint(new UUID(9, 9), new float[] {1, 2, 3}, Map.of("t", "x"));
    write(upsert("a", 1), new QdrantWrite.Upsert("a", odd), upsert("a", 2));
    context.drainUntil(() -> !refused.isEmpty());
    writer.flush(true);
    assertThat(refused).containsExactly("ainvalid_argument");
    assertThat(qdrant.collections().ids("a")).containsExactly(id(1), id(2));
  }

  @Test
  void aRefusedElementFailsTheJobByDefaultWithoutQuotingIt() throws Exception {
    open(builder());
    QdrantPoint odd = new QdrantPoint(new UUID(9, 9), new float[] {1}, Map.of("t", "secret"));
    write(new QdrantWrite.Upsert("a", odd));
    assertThatThrownBy(() -> writer.flush(true))
        .isInstanceOf(StoreException.class)
        .hasMessage("qdrant: invalid_argument")
        .hasNoCause();
  }

  @Test
  void aKeyThatIsResolvedWhereTheSinkOpensLetsItInAndAWrongOneFailsTheJob() throws Exception {
    qdrant.requireApiKey("k1");
    open(builder().setApiKey(() -> "k" + 1));
    write(upsert("a", 1));
    writer.flush(true);
    assertThat(qdrant.collections().ids("a")).hasSize(1);

    writer.close();
    open(builder().setApiKey(() -> "k2").setRefusedEntries((entry, why) -> refused.add("any")));
    write(upsert("a", 2));
    assertThatThrownBy(() -> writer.flush(true)).hasMessage("qdrant: unauthenticated");
    assertThat(refused).isEmpty();
  }

  @Test
  void anOverloadedServerIsAskedAgainAfterAPause() throws Exception {
    qdrant.refuse(Status.RESOURCE_EXHAUSTED);
    open(builder().setMaxBatchSize(1));
    write(upsert("a", 1));
    context.drainUntil(() -> context.errors() == 1);
    assertThat(qdrant.callCount()).isEqualTo(1);
    qdrant.accept();
    context.advanceUntil(PAUSE, this::nothingWaits);
    assertThat(qdrant.collections().ids("a")).containsExactly(id(1));
  }

  @Test
  void aSlowServerIsNotWaitedForLongerThanARequestMayTake() throws Exception {
    open(builder().setMaxBatchSize(1).setRequestTimeout(Duration.ofMillis(200)));
    qdrant.hold();
    write(upsert("a", 1));
    context.drainUntil(() -> context.errors() >= 1);
    qdrant.release();
    context.advanceUntil(PAUSE, this::nothingWaits);
    assertThat(qdrant.collections().ids("a")).containsExactly(id(1));
  }

  @Test
  void aBatchThatWasGivenUpDoesNotComeBackAfterWhatWasSentSince() throws Exception {
    Duration timeout = Duration.ofMillis(200);
    open(builder().setMaxBatchSize(2).setRequestTimeout(timeout));
    qdrant.hold();
    write(upsert("a", 1), upsert("b", 1));
    context.drainUntil(() -> context.errors() >= 2);
    qdrant.release();
    write(new QdrantWrite.DeleteIds("b", Set.of(UUID.fromString(id(1)))));
    context.advanceUntil(PAUSE, this::nothingWaits);
    assertThat(qdrant.collections().ids("a")).containsExactly(id(1));
    assertThat(qdrant.collections().ids("b")).isEmpty();
  }

  @Test
  void aSinkWithoutAddressSizeOrConverterIsNotBuilt() {
    assertThatThrownBy(() -> QdrantSink.<QdrantWrite>builder().setVectorSize(2).build())
        .hasMessageContaining("config");
    assertThatThrownBy(
            () ->
                QdrantSink.<QdrantWrite>builder()
                    .setConfig(QdrantConfig.of("localhost", 1))
                    .build())
        .hasMessageContaining("vector size");
    assertThatThrownBy(
            () ->
                QdrantSink.<QdrantWrite>builder()
                    .setConfig(QdrantConfig.of("localhost", 1))
                    .setVectorSize(2)
                    .build())
        .hasMessageContaining("element converter");
  }

  private QdrantSinkBuilder<QdrantWrite> builder() {
    return QdrantSink.<QdrantWrite>builder()
        .setConfig(QdrantConfig.of("localhost", qdrant.port()))
        .setVectorSize(2)
        .setRetryDelays(new RetryDelays(Duration.ofMillis(PAUSE), Duration.ofMillis(PAUSE)))
        .setElementConverter((write, anyContext) -> write);
  }

  private void open(QdrantSinkBuilder<QdrantWrite> builder) throws Exception {
    open(builder.build(), List.of());
  }

  private void open(QdrantSink<QdrantWrite> sink, List<BufferedRequestState<QdrantWrite>> state)
      throws Exception {
    writer = sink.restoreWriter(context, state);
  }

  private void write(QdrantWrite... writes) throws Exception {
    for (QdrantWrite write : Arrays.asList(writes)) {
      writer.write(write, null);
    }
  }

  private boolean nothingWaits() {
    try {
      return FrozenEntries.entries(writer.snapshotState(1).get(0)).isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static QdrantWrite[] upserts(int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> upsert("a", n)).toArray(QdrantWrite[]::new);
  }

  private static QdrantWrite upsert(String collection, int number) {
    float[] vector = {1, number};
    return new QdrantWrite.Upsert(
        collection, new QdrantPoint(new UUID(7, number), vector, Map.of("group", "g1")));
  }

  private static String id(int number) {
    return new UUID(7, number).toString();
  }
}
