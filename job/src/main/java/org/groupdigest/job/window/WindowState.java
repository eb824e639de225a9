package org.groupdigest.job.window;

import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.groupdigest.job.model.LedgerEntry;
import org.groupdigest.job.model.TenantPolicy;

/**
 * The keyed state of the message window and its descriptors, which are a public contract: names and
 * types must be found again in every later version.
 */
public final class WindowState {

  static final MapStateDescriptor<String, Identity> IDENTITIES =
      map("identities", Types.STRING, TypeInformation.of(Identity.class));
  static final MapStateDescriptor<Long, StoredMessage> MESSAGES =
      map("messages", Types.LONG, TypeInformation.of(StoredMessage.class));
  static final MapStateDescriptor<Long, Integer> SLICES = map("slices", Types.LONG, Types.INT);
  static final MapStateDescriptor<String, OpenWindow> OPEN_WINDOWS =
      map("open-windows", Types.STRING, TypeInformation.of(OpenWindow.class));
  static final MapStateDescriptor<Integer, Long> CLOSED_UNTIL =
      map("closed-until", Types.INT, Types.LONG);
  static final MapStateDescriptor<String, HistoryBlock> HISTORY =
      map("history", Types.STRING, TypeInformation.of(HistoryBlock.class));
  static final MapStateDescriptor<Long, LedgerEntry> LEDGER =
      map("ledger", Types.LONG, TypeInformation.of(LedgerEntry.class));
  static final ValueStateDescriptor<KnownGroup> GROUP =
      new ValueStateDescriptor<>("group", TypeInformation.of(KnownGroup.class));
  static final ValueStateDescriptor<Long> LEDGER_FLUSH =
      new ValueStateDescriptor<>("ledger-flush", Types.LONG);

  /** Time of the last whole message of a file that is cut off: later ones may be missing. */
  static final ValueStateDescriptor<Long> INPUT_ENDS =
      new ValueStateDescriptor<>("input-ends", Types.LONG);

  /** Broadcast state: policy by tenant. */
  public static final MapStateDescriptor<String, TenantPolicy> POLICIES =
      map("policies", Types.STRING, TypeInformation.of(TenantPolicy.class));

  final MapState<String, Identity> identities;
  final MessageStore messages;
  final MapState<String, OpenWindow> openWindows;
  final MapState<Integer, Long> closedUntil;
  final MapState<String, HistoryBlock> history;
  final MapState<Long, LedgerEntry> ledger;
  final ValueState<KnownGroup> group;
  final ValueState<Long> ledgerFlush;
  final ValueState<Long> inputEnds;

  WindowState(RuntimeContext context) {
    identities = context.getMapState(IDENTITIES);
    messages = new MessageStore(context.getMapState(MESSAGES), context.getMapState(SLICES));
    openWindows = context.getMapState(OPEN_WINDOWS);
    closedUntil = context.getMapState(CLOSED_UNTIL);
    history = context.getMapState(HISTORY);
    ledger = context.getMapState(LEDGER);
    group = context.getState(GROUP);
    ledgerFlush = context.getState(LEDGER_FLUSH);
    inputEnds = context.getState(INPUT_ENDS);
  }

  /** Lets go of the group once nothing else is left of it. */
  void clearIfIdle() throws Exception {
    if (messages.isEmpty() && openWindows.isEmpty() && history.isEmpty() && ledger.isEmpty()) {
      group.clear();
      closedUntil.clear();
      inputEnds.clear();
    }
  }

  private static <K, V> MapStateDescriptor<K, V> map(
      String name, TypeInformation<K> key, TypeInformation<V> value) {
    return new MapStateDescriptor<>(name, key, value);
  }
}
