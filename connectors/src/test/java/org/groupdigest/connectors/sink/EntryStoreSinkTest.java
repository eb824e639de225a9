package org.groupdigest.connectors.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EntryStoreSinkTest {
  private final FakeStore store = new FakeStore();

  @Test
  void limitsThatAreNotSetAreTheStoresOwn() {
    SinkLimits defaults = FakeSink.to(store).limits(FakeSink.Builder.DEFAULTS);
    assertThat(defaults).isEqualTo(FakeSink.Builder.DEFAULTS);

    SinkLimits limits =
        FakeSink.to(store)
            .setMaxBatchSize(7)
            .setMaxBufferedRequests(70)
            .setMaxTimeInBufferMS(5)
            .limits(FakeSink.Builder.DEFAULTS);
    assertThat(limits.batchEntries()).isEqualTo(7);
    assertThat(limits.bufferedEntries()).isEqualTo(70);
    assertThat(limits.longestInBuffer()).hasMillis(5);
    assertThat(limits.requestsInFlight()).isEqualTo(defaults.requestsInFlight());
    assertThat(limits.batchBytes()).isEqualTo(defaults.batchBytes());
    assertThat(limits.entryBytes()).isEqualTo(defaults.entryBytes());
  }

  @Test
  void limitsThatContradictEachOtherFailTheStartAndCloseTheStore() {
    FakeSink sink = FakeSink.to(store).setMaxBatchSize(10).setMaxBufferedRequests(10).build();
    assertThatThrownBy(() -> sink.createWriter(new ManualWriterContext()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("strictly greater");
    assertThat(store.closed).isTrue();
  }

  @Test
  void aStartThatIsInterruptedEndsAndStaysInterrupted() {
    store.check = new CompletableFuture<>();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> FakeSink.to(store).build().createWriter(new ManualWriterContext()))
        .hasMessageContaining("interrupted");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(store.closed).isTrue();
  }

  @Test
  void aClientThatThrowsWhenItIsCheckedCountsAsAway() throws Exception {
    store.check = null;
    var writer = FakeSink.to(store).build().createWriter(new ManualWriterContext());
    writer.close();
    assertThat(store.closed).isTrue();
  }
}
