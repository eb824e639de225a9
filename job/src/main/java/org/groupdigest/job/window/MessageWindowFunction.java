package org.groupdigest.job.window;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.TimeDomain;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.config.EffectivePolicy;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.LedgerEntry;
import org.groupdigest.job.model.TenantPolicy;

/**
 * Keeps the messages of each tenant and group and cuts them into event-time windows. Keyed by
 * {@link GroupKey#encoded()}. Side outputs: late messages, erasures and ledger rows. What happens
 * to a record is decided in {@link MessageIntake}, what a window contains in {@link WindowCloser},
 * what an erasure takes in {@link SenderEraser}.
 */
public final class MessageWindowFunction
    extends KeyedBroadcastProcessFunction<String, GroupEvent, TenantPolicy, ClosedWindow> {

  private static final long serialVersionUID = 1L;

  /** Messages that at least one of their windows no longer took. */
  public static final OutputTag<LateMessage> LATE_TAG = new OutputTag<>("late") {};

  /** Ledger rows with absolute counts; a later row of a day replaces an earlier one. */
  public static final OutputTag<LedgerEntry> LEDGER_TAG = new OutputTag<>("ledger") {};

  /** Messages and senders that must go from everything that is stored. */
  public static final OutputTag<Erasure> ERASED_TAG = new OutputTag<>("erased") {};

  private final DigestSettings defaults;
  private final WindowSettings settings;
  private final InitialPolicies initialPolicies;

  private transient WindowState state;
  private transient MessageIntake intake;
  private transient WindowHistory history;
  private transient WindowCloser closer;
  private transient SenderEraser eraser;
  private transient GroupLedger ledger;
  private transient WindowMetrics metrics;

  /**
   * @param defaults what holds without a policy
   * @param settings times of the window
   * @param initialPolicies policies known at the start, before the broadcast brings changes
   */
  public MessageWindowFunction(
      DigestSettings defaults, WindowSettings settings, InitialPolicies initialPolicies) {
    this.defaults = defaults;
    this.settings = settings;
    this.initialPolicies = initialPolicies;
  }

  @Override
  public void open(OpenContext context) {
    state = new WindowState(getRuntimeContext());
    history = new WindowHistory(state.history, settings);
    intake = new MessageIntake(state, settings, history);
    closer = new WindowCloser(state, settings, history);
    eraser = new SenderEraser(state, history);
    ledger = new GroupLedger(state);
    metrics = new WindowMetrics(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(
      GroupEvent event, ReadOnlyContext context, Collector<ClosedWindow> windows) throws Exception {
    if (event.request() != null) {
      String zone = policy(event, context).zone().getId();
      windows.collect(closer.onRequest(event.request(), zone));
      return;
    }
    if (event.erasure() != null) {
      erase(event, context);
      return;
    }
    LedgerChange change = event.isInvalid() ? LedgerChange.invalid() : take(event, context);
    count(event, change, context.timerService());
  }

  private void erase(GroupEvent event, ReadOnlyContext context) throws Exception {
    SenderEraser.Erased erased = eraser.erase(event.erasure().senderId());
    if (erased.messages() > 0) {
      LedgerChange change = LedgerChange.erasing(erased.messages(), erased.repaired());
      count(event, change, context.timerService());
    }
    context.output(ERASED_TAG, event.erasure());
  }

  private LedgerChange take(GroupEvent event, ReadOnlyContext context) throws Exception {
    if (event.message().group() != null) {
      rememberGroup(event);
    }
    if (event.message().inputEndsHere() != null) {
      rememberEnd(event.message().postedAt().toEpochMilli());
    }
    long watermark = context.timerService().currentWatermark();
    MessageIntake.Outcome outcome = intake.take(event.message(), policy(event, context), watermark);
    if (outcome.late() != null) {
      context.output(LATE_TAG, outcome.late());
    }
    if (outcome.erasure() != null) {
      context.output(ERASED_TAG, outcome.erasure());
    }
    setTimers(outcome, context.timerService());
    metrics.taken(event.message(), outcome);
    return outcome.change();
  }

  private void rememberGroup(GroupEvent event) throws Exception {
    long at = event.message().postedAt().toEpochMilli();
    KnownGroup seen = new KnownGroup(event.message().group(), at);
    if (seen.replaces(state.group.value())) {
      state.group.update(seen);
    }
  }

  private void rememberEnd(long atMillis) throws Exception {
    Long known = state.inputEnds.value();
    state.inputEnds.update(known == null ? atMillis : Math.min(known, atMillis));
  }

  private void setTimers(MessageIntake.Outcome outcome, TimerService timers) {
    for (OpenWindow window : outcome.windows()) {
      timers.registerEventTimeTimer(window.endMillis() + settings.grace().toMillis());
    }
    if (outcome.slotTime() != null) {
      timers.registerEventTimeTimer(
          MessageStore.sliceEnd(outcome.slotTime()) + settings.retentionMillis());
    }
  }

  private void count(GroupEvent event, LedgerChange change, TimerService timers) throws Exception {
    timers.registerEventTimeTimer(ledger.add(event, change, timers.currentWatermark()));
    if (state.ledgerFlush.value() == null) {
      long at = timers.currentProcessingTime() + settings.ledgerFlush().toMillis();
      state.ledgerFlush.update(at);
      timers.registerProcessingTimeTimer(at);
    }
  }

  @Override
  public void processBroadcastElement(
      TenantPolicy policy, Context context, Collector<ClosedWindow> windows) throws Exception {
    context.getBroadcastState(WindowState.POLICIES).put(policy.tenantId(), policy);
  }

  @Override
  public void onTimer(long time, OnTimerContext context, Collector<ClosedWindow> windows)
      throws Exception {
    if (context.timeDomain() == TimeDomain.PROCESSING_TIME) {
      state.ledgerFlush.clear();
      publish(ledger.rows(), context);
      return;
    }
    closeWindows(time, context, windows);
    for (String id : state.messages.dropUntil(time - settings.retentionMillis())) {
      state.identities.remove(id);
    }
    history.expire(time);
    publish(ledger.takeFinal(time), context);
    state.clearIfIdle();
  }

  private void closeWindows(long time, OnTimerContext context, Collector<ClosedWindow> windows)
      throws Exception {
    GroupKey group = GroupKey.decode(context.getCurrentKey());
    for (ClosedWindow closed : closer.closeDue(group, time)) {
      windows.collect(closed);
      int hours = closed.window().hours();
      context
          .timerService()
          .registerEventTimeTimer(
              closed.window().end().toEpochMilli() + settings.historyMillis(hours));
    }
  }

  private void publish(List<LedgerEntry> rows, ReadOnlyContext context) {
    for (LedgerEntry row : rows) {
      context.output(LEDGER_TAG, row);
    }
  }

  private EffectivePolicy policy(GroupEvent event, ReadOnlyContext context) throws Exception {
    TenantPolicy policy = context.getBroadcastState(WindowState.POLICIES).get(event.tenantId());
    return EffectivePolicy.of(
        policy == null ? initialPolicies.of(event.tenantId()) : policy,
        new GroupKey(event.tenantId(), event.groupId()),
        defaults);
  }
}
