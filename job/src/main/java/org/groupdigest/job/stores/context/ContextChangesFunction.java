package org.groupdigest.job.stores.context;

import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.WindowKind;

/**
 * Turns events of a group into changes of the context storage, keyed by {@link GroupKey#encoded()}.
 * Windows and erasures come from different topics, and a job that begins anew reads both from their
 * start: what was erased is remembered here, so that a window which is read afterwards does not
 * bring it back, whichever topic is faster. Windows on request repeat what scheduled ones say, and
 * are left out.
 */
public final class ContextChangesFunction
    extends KeyedProcessFunction<String, ContextEvent, ContextChange> {

  /**
   * How long an erasure is remembered: longer than the topics keep windows that could be read after
   * it.
   */
  static final Duration KEPT_FOR = Duration.ofDays(30);

  private static final long serialVersionUID = 1L;
  private static final String MESSAGE = "m:";
  private static final String SENDER = "s:";
  private static final String WINDOW = "w:";

  private transient MapState<String, Long> erased;

  /** Kind and id to the epoch millisecond up to which it is erased. */
  static MapStateDescriptor<String, Long> descriptor() {
    MapStateDescriptor<String, Long> descriptor =
        new MapStateDescriptor<>("erased-context", Types.STRING, Types.LONG);
    descriptor.enableTimeToLive(StateTtlConfig.newBuilder(KEPT_FOR).build());
    return descriptor;
  }

  @Override
  public void open(OpenContext context) {
    erased = getRuntimeContext().getMapState(descriptor());
  }

  @Override
  public void processElement(ContextEvent event, Context context, Collector<ContextChange> changes)
      throws Exception {
    if (event.window() != null) {
      remember(event, changes);
    } else if (event.removedWindowId() != null) {
      erase(WINDOW + event.removedWindowId(), Long.MAX_VALUE);
      changes.collect(ContextChange.windowRemoved(event.group(), event.removedWindowId()));
    } else {
      forget(event, changes);
    }
  }

  private void remember(ContextEvent event, Collector<ContextChange> changes) throws Exception {
    boolean scheduled = event.window().window().kind() == WindowKind.SCHEDULED;
    if (!scheduled || erased.contains(WINDOW + event.window().window().windowId())) {
      return;
    }
    List<RememberedMessage> said = RememberedMessage.of(event.window());
    for (RememberedMessage message : said) {
      if (!isErased(message)) {
        changes.collect(ContextChange.said(event.group(), message));
      }
    }
  }

  private boolean isErased(RememberedMessage message) throws Exception {
    Long until = erased.get(SENDER + message.senderId());
    boolean bySender = until != null && message.postedAtMillis() <= until;
    return bySender || erased.contains(MESSAGE + message.messageId());
  }

  private void forget(ContextEvent event, Collector<ContextChange> changes) throws Exception {
    GroupKey group = event.group();
    for (String id : event.messageIds()) {
      erase(MESSAGE + id, Long.MAX_VALUE);
      for (int hours : WindowSizes.ALL) {
        changes.collect(ContextChange.messageErased(group, id, hours));
      }
    }
    if (event.senderId() != null) {
      erase(SENDER + event.senderId(), event.untilMillis());
      changes.collect(ContextChange.senderErased(group, event.senderId(), event.untilMillis()));
    }
  }

  private void erase(String key, long untilMillis) throws Exception {
    Long known = erased.get(key);
    erased.put(key, known == null ? untilMillis : Math.max(known, untilMillis));
  }
}
