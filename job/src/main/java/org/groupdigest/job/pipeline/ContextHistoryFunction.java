package org.groupdigest.job.pipeline;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.context.ContextReply;
import org.groupdigest.job.context.ContextStorage;
import org.groupdigest.job.context.StateBackedContextStorage;
import org.groupdigest.job.metrics.LabelledCounters;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.window.ClosedWindow;

/**
 * Gives a closed window the earlier messages that it is compared with. Without a service they are
 * those of keyed state, and the window passes through. With one they are the service's; when it
 * fails or does not answer in time, those of keyed state. Counted as {@code
 * digest_context_history_source_total} by source: {@code state}, {@code service}, {@code fallback}.
 * Completes exactly once on every path.
 */
public final class ContextHistoryFunction extends RichAsyncFunction<ClosedWindow, ClosedWindow> {

  private static final long serialVersionUID = 1L;
  private static final String METRIC = "digest_context_history_source_total";
  private static final String FALLBACK = "fallback";

  private final ContextServices services;
  private final ContextSettings settings;

  private transient ContextServices.Opened opened;
  private transient LabelledCounters sources;
  private transient Set<ResultFuture<ClosedWindow>> waiting;

  /**
   * @param services where earlier messages are
   * @param settings how many windows and messages are compared with
   */
  public ContextHistoryFunction(ContextServices services, ContextSettings settings) {
    this.services = services;
    this.settings = settings;
  }

  @Override
  public void open(OpenContext context) {
    opened = services.open();
    sources = new LabelledCounters(getRuntimeContext().getMetricGroup(), METRIC, "source");
    waiting = ConcurrentHashMap.newKeySet();
  }

  @Override
  public void asyncInvoke(ClosedWindow window, ResultFuture<ClosedWindow> future) {
    waiting.add(future);
    ContextStorage state = new StateBackedContextStorage(window.window(), window.history());
    String source = opened.storage().isPresent() ? "service" : "state";
    CompletionStage<ContextReply<List<HistoryMessage>>> fetched;
    try {
      fetched = fetch(opened.storage().orElse(state), window);
    } catch (RuntimeException unexpected) {
      end(window, FALLBACK, future);
      return;
    }
    fetched.whenComplete((reply, error) -> settle(window, reply, source, future));
  }

  private CompletionStage<ContextReply<List<HistoryMessage>>> fetch(
      ContextStorage storage, ClosedWindow window) {
    return storage.fetchRecentContext(
        window.window(), settings.historyWindows(), settings.historyMessages());
  }

  private void settle(
      ClosedWindow window,
      ContextReply<List<HistoryMessage>> reply,
      String source,
      ResultFuture<ClosedWindow> future) {
    if (reply instanceof ContextReply.Answered<List<HistoryMessage>> answered) {
      end(window.withHistory(answered.value()), source, future);
    } else {
      end(window, FALLBACK, future);
    }
  }

  @Override
  public void timeout(ClosedWindow window, ResultFuture<ClosedWindow> future) {
    end(window, FALLBACK, future);
  }

  /** Whoever takes the window out of those that wait ends it: an answer or the clock. */
  private void end(ClosedWindow window, String source, ResultFuture<ClosedWindow> future) {
    if (waiting.remove(future)) {
      count(source);
      future.complete(List.of(window));
    }
  }

  /** Answers come on threads of the client. */
  private synchronized void count(String source) {
    sources.add(1, source);
  }

  @Override
  public void close() {
    if (opened != null) {
      opened.close();
    }
  }
}
