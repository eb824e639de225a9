package org.groupdigest.job.window;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.util.OutputTag;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.LedgerEntry;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.model.TenantPolicy;
import org.groupdigest.job.testing.Messages;
import org.groupdigest.job.testing.TestSettings;

/** The message window in a test harness, with its outputs as lists. */
final class WindowHarness implements AutoCloseable {

  private static final WindowSettings TIMES =
      new WindowSettings(
          Duration.ofMinutes(10), Duration.ofHours(2), 3, 150, Duration.ofSeconds(5));

  private final KeyedBroadcastOperatorTestHarness<String, GroupEvent, TenantPolicy, ClosedWindow>
      harness;
  private final Map<Long, LedgerEntry> ledger = new java.util.TreeMap<>();

  WindowHarness() throws Exception {
    this(null);
  }

  WindowHarness(OperatorSubtaskState restored) throws Exception {
    MessageWindowFunction function =
        new MessageWindowFunction(TestSettings.defaults(), TIMES, InitialPolicies.none());
    List<MapStateDescriptor<?, ?>> broadcast = List.of(WindowState.POLICIES);
    harness =
        new KeyedBroadcastOperatorTestHarness<>(
            new CoBroadcastWithKeyedOperator<>(function, broadcast),
            event -> new GroupKey(event.tenantId(), event.groupId()).encoded(),
            Types.STRING,
            128,
            1,
            0);
    if (restored != null) {
      harness.initializeState(restored);
    }
    harness.open();
  }

  WindowHarness policy(String tenant, String zone, Integer... hours) throws Exception {
    TenantPolicy policy =
        new TenantPolicy(
            tenant,
            true,
            List.of(hours),
            zone,
            "auto",
            List.of(),
            List.of(),
            null,
            false,
            false,
            List.of(),
            null,
            null);
    harness.processBroadcastElement(policy, 0);
    return this;
  }

  WindowHarness take(MessageEvent... events) throws Exception {
    for (MessageEvent event : events) {
      harness.processElement(GroupEvent.of(event), event.postedAt().toEpochMilli());
    }
    return this;
  }

  WindowHarness take(GroupEvent event) throws Exception {
    harness.processElement(event, event.receivedMillis());
    return this;
  }

  /** A request to erase a sender comes at a time. */
  WindowHarness erase(String sender, String at) throws Exception {
    return take(GroupEvent.of(erasure(sender, at), Instant.parse(at)));
  }

  static Erasure erasure(String sender, String at) {
    return new Erasure(
        Messages.TENANT, Messages.GROUP, List.of(), sender, "trace-erasure", Instant.parse(at));
  }

  /** Both inputs have reached a time; gives the windows that closed because of it. */
  List<ClosedWindow> watermark(String time) throws Exception {
    int before = windows().size();
    advance(Instant.parse(time).toEpochMilli());
    return windows().subList(before, windows().size());
  }

  void end() throws Exception {
    advance(Long.MAX_VALUE);
  }

  private void advance(long time) throws Exception {
    harness.watermark(time);
  }

  List<ClosedWindow> windows() {
    return List.copyOf(harness.extractOutputValues());
  }

  List<LateMessage> late() {
    return side(MessageWindowFunction.LATE_TAG);
  }

  List<Erasure> erased() {
    return side(MessageWindowFunction.ERASED_TAG);
  }

  /** The latest row of each day, summed up. */
  LedgerEntry ledger() throws Exception {
    harness.setProcessingTime(harness.getProcessingTime() + 10_000);
    for (LedgerEntry row : side(MessageWindowFunction.LEDGER_TAG)) {
      ledger.merge(row.epochDay(), row, (a, b) -> a.version() > b.version() ? a : b);
    }
    LedgerEntry sum = new LedgerEntry("", "", 0, 0, 0, 0, 0, Map.of(), 0, 0, 0);
    for (LedgerEntry row : ledger.values()) {
      sum = LedgerRows.sum(sum, row);
    }
    return sum;
  }

  int stateEntries() {
    var backend =
        ((CoBroadcastWithKeyedOperator<?, ?, ?, ?>) harness.getOperator()).getKeyedStateBackend();
    return ((HeapKeyedStateBackend<?>) backend).numKeyValueStateEntries();
  }

  int eventTimers() {
    return harness.numEventTimeTimers();
  }

  OperatorSubtaskState snapshot() throws Exception {
    return harness.snapshot(1, 1);
  }

  /** Everything in keyed state, as it would stand in a checkpoint. */
  String stateBytes() throws Exception {
    StringBuilder all = new StringBuilder();
    for (KeyedStateHandle handle : snapshot().getManagedKeyedState()) {
      try (InputStream in = ((KeyGroupsStateHandle) handle).openInputStream()) {
        all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  static List<String> ids(ClosedWindow window) {
    return window.messages().stream().map(Message::messageId).toList();
  }

  private <T> List<T> side(OutputTag<T> tag) {
    List<T> values = new ArrayList<>();
    var queue = harness.getSideOutput(tag);
    if (queue != null) {
      queue.forEach(record -> values.add(record.getValue()));
    }
    return values;
  }

  @Override
  public void close() {
    try {
      harness.close();
    } catch (Exception e) {
      throw new AssertionError("the harness did not close", e);
    }
  }
}
