package org.groupdigest.connectors.contextstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.groupdigest.connectors.contextstore.FakeContextStore.Fault;
import org.groupdigest.connectors.shared.StoreException;
import org.groupdigest.connectors.sink.FrozenEntries;
import org.groupdigest.connectors.sink.SinkJob;
import org.groupdigest.connectors.sink.WriterContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The sink against a server of the wire form. */
@Timeout(120)
class ContextStoreSinkITCase {
  private static final long PAUSE = 100;
  private static final Map<String, Object> ERASED = Map.of("erased", true);

  private final FakeContextStore service = FakeContextStore.start();
  private final WriterContext context = new WriterContext();
  private final List<String> refused = new ArrayList<>();
  private StatefulSinkWriter<ContextStoreWrite, BufferedRequestState<ContextStoreWrite>> writer;

  @AfterEach
  void close() throws Exception {
    if (writer != null) {
      writer.close();
    }
    service.close();
  }

  @Test
  void aStreamIsWrittenByAJob() throws Exception {
    ContextStoreSink<Long> sink =
        ContextStoreSink.<Long>builder()
            .setConfig(ContextStoreConfig.of(service.url()))
            .setNewestBy("at")
            .setElementConverter((number, any) -> upsert("n" + number % 3, number.intValue()))
            .build();
    SinkJob.run(sink);
    assertThat(service.namespaces().names()).containsExactly("n0", "n1", "n2");
    assertThat(service.namespaces().ids("n0")).hasSize(34);
  }

  @Test
  void aBatchIsOneRequestANamespaceWhichIsMadeOnceAndReplayChangesNothing() throws Exception {
    open(builder().setMaxBatchSize(4));
    for (int replay = 0; replay < 2; replay++) {
      write(upsert("a", 1), upsert("b", 1), upsert("a", 2), upsert("a", 1));
      writer.flush(true);
      assertThat(service.namespaces().ids("a")).containsExactly("d1", "d2");
      assertThat(service.namespaces().ids("b")).containsExactly("d1");
    }
    assertThat(service.calls()).filteredOn(call -> call.startsWith("PUT")).hasSize(2);
    assertThat(service.calls()).filteredOn(call -> call.startsWith("POST")).hasSize(4);
  }

  @Test
  void whatIsBlankedIsWhatCameBeforeHoweverMuchItIs() throws Exception {
    open(builder().setMaxBatchSize(1_000));
    int many = ContextStoreSender.BLANKED_AT_ONCE * 2 + 7;
    write(IntStream.range(0, many).mapToObj(n -> upsert("a", n)).toArray(ContextStoreWrite[]::new));
    write(upsert("b", 1), blank("a"), upsert("a", many));
    writer.flush(true);
    assertThat(service.namespaces().texts("a")).containsExactly("text " + many);
    assertThat(service.namespaces().texts("b")).containsExactly("text 1");
    assertThat(service.namespaces().document("a", "d3").toString())
        .isEqualTo(
            "{\"id\":\"d3\",\"text\":\"\",\"metadata\":{\"group\":\"g\",\"at\":3,\"erased\":true}}");
  }

  @Test
  void blankingKeepsToItsFilterAndToNamespacesThatAreThere() throws Exception {
    open(builder());
    ContextFilter early = ContextFilter.where("erased", false).atMost("at", 1);
    write(upsert("a", 1), upsert("a", 2), new ContextStoreWrite.Blank("a", early, ERASED));
    write(new ContextStoreWrite.Blank("never", early, ERASED));
    writer.flush(true);
    assertThat(service.namespaces().texts("a")).containsExactly("text 2");
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.INCLUDE,
      names = {"UNAVAILABLE", "RESET", "HANG"})
  void nothingIsLostWhileTheServiceIsInTroubleAndCheckpointsGoOn(Fault fault) throws Exception {
    open(builder().setMaxBatchSize(5).setRequestTimeout(Duration.ofMillis(300)));
    service.fail(fault);
    write(upserts(0, 12));
    context.drainUntil(() -> context.errors() >= 5);
    writer.flush(false);
    assertThat(FrozenEntries.entries(writer.snapshotState(1).get(0))).hasSize(12);
    service.fail(Fault.NONE);
    context.advanceUntil(PAUSE, () -> service.namespaces().ids("a").size() == 12);
  }

  @Test
  void whatWasOutstandingAtACheckpointIsWrittenByTheNextAttempt() throws Exception {
    service.die();
    ContextStoreSink<ContextStoreWrite> sink = builder().setMaxBatchSize(5).build();
    writer = sink.restoreWriter(context, List.of());
    write(upserts(0, 7));
    write(blank("a"));
    context.drain();
    List<BufferedRequestState<ContextStoreWrite>> state = writer.snapshotState(1);
    writer.close();

    service.comeBack();
    writer = sink.restoreWriter(context, state);
    writer.flush(true);
    assertThat(service.namespaces().ids("a")).hasSize(7);
    assertThat(service.namespaces().texts("a")).isEmpty();
  }

  @Test
  void aNamespaceThatSomebodyRemovedIsMadeAgain() throws Exception {
    open(builder().setMaxBatchSize(1));
    write(upsert("a", 1));
    context.drainUntil(() -> service.namespaces().ids("a").size() == 1);
    service.namespaces().remove("a");
    write(upsert("a", 2));
    context.advanceUntil(PAUSE, () -> service.namespaces().ids("a").size() == 1);
    assertThat(service.namespaces().ids("a")).containsExactly("d2");
  }

  @Test
  void aRefusedDocumentIsHandedOverByItself() throws Exception {
    open(builder().setMaxBatchSize(2).setRefusedEntries((entry, why) -> refused.add(why.code())));
    service.fail(Fault.REFUSE);
    write(upserts(0, 2));
    context.drainUntil(() -> refused.size() == 2);
    assertThat(refused).containsExactly("http_422", "http_422");
  }

  @Test
  void aWrongKeyFailsTheJobWithoutQuotingAnything() {
    service.requireKey("k1");
    StoreException failure =
        SinkJob.failure(
            ContextStoreSink.<Long>builder()
                .setConfig(ContextStoreConfig.of(service.url()))
                .setApiKey(() -> "k2")
                .setNewestBy("at")
                .setElementConverter((number, any) -> upsert("a", number.intValue()))
                .build());
    assertThat(failure).hasMessage("context storage: http_401").hasNoCause();
  }

  @Test
  void aBatchThatWasGivenUpDoesNotComeBackAfterWhatWasSentSince() throws Exception {
    open(builder().setMaxBatchSize(2).setRequestTimeout(Duration.ofMillis(200)));
    service.hold();
    write(upsert("a", 1), upsert("b", 1));
    context.drainUntil(() -> context.errors() >= 2);
    service.release();
    write(blank("b"), upsert("a", 2));
    context.advanceUntil(PAUSE, () -> service.namespaces().ids("a").contains("d2"));
    assertThat(service.namespaces().texts("b")).isEmpty();
  }

  @Test
  void aSinkWithoutAddressTimeKeyOrConverterIsNotBuilt() {
    assertThatThrownBy(() -> ContextStoreSink.<Long>builder().setNewestBy("at").build())
        .hasMessageContaining("config");
    ContextStoreSinkBuilder<Long> addressed =
        ContextStoreSink.<Long>builder().setConfig(ContextStoreConfig.of(service.url()));
    assertThatThrownBy(addressed::build).hasMessageContaining("time key");
    assertThatThrownBy(addressed.setNewestBy("at")::build)
        .hasMessageContaining("element converter");
  }

  private ContextStoreSinkBuilder<ContextStoreWrite> builder() {
    return ContextStoreSink.<ContextStoreWrite>builder()
        .setConfig(ContextStoreConfig.of(service.url()))
        .setNewestBy("at")
        .setElementConverter((write, any) -> write);
  }

  private void open(ContextStoreSinkBuilder<ContextStoreWrite> builder) {
    writer = builder.build().restoreWriter(context, List.of());
  }

  private void write(ContextStoreWrite... writes) throws Exception {
    for (ContextStoreWrite write : writes) {
      writer.write(write, null);
    }
  }

  private static ContextStoreWrite[] upserts(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(number -> upsert("a", number))
        .toArray(ContextStoreWrite[]::new);
  }

  private static ContextStoreWrite upsert(String namespace, int number) {
    Map<String, Object> metadata = new java.util.LinkedHashMap<>();
    metadata.put("group", "g");
    metadata.put("at", number);
    metadata.put("erased", false);
    return new ContextStoreWrite.Upsert(
        namespace, new ContextDocument("d" + number, "text " + number, metadata));
  }

  private static ContextStoreWrite blank(String namespace) {
    return new ContextStoreWrite.Blank(
        namespace, ContextFilter.where("group", "g").and("erased", false), ERASED);
  }
}
