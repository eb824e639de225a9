package org.groupdigest.job.pipeline;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.ThreadSafeSimpleCounter;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.stores.UntilAnswered;

/**
 * Takes something out of the store that is the truth and announces what has become of it. A store
 * that is away is asked again until it has done it: nobody may find what was to be erased because a
 * job gave up. Always completes; what waits when the function is closed is in the last checkpoint
 * and is done after the restart.
 *
 * @param <I> what is to go
 */
abstract class ErasureFunction<I> extends RichAsyncFunction<I, EventEnvelope> {

  private static final long serialVersionUID = 1L;

  private final String step;
  private final ErasureServices services;
  private final PersistRetries pauses;

  private transient ErasureServices.Opened opened;
  private transient UntilAnswered calls;

  /**
   * @param step what it does, as the label of its metric
   * @param services the store
   * @param pauses how long the pauses between tries are
   */
  ErasureFunction(String step, ErasureServices services, PersistRetries pauses) {
    this.step = step;
    this.services = services;
    this.pauses = pauses;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    opened = services.open();
    // Calls come back on the store's threads.
    Counter retries =
        getRuntimeContext()
            .getMetricGroup()
            .addGroup("step", step)
            .counter("digest_erasure_retries_total", new ThreadSafeSimpleCounter());
    calls =
        UntilAnswered.always(
            "the store, asked to " + step,
            pauses.firstPause(),
            pauses.longestPause(),
            failure -> retries.inc());
  }

  /** Does it once, and says what is to be announced. */
  abstract CompletionStage<List<EventEnvelope>> once(ErasureServices.Opened store, I input);

  @Override
  public void asyncInvoke(I input, ResultFuture<EventEnvelope> future) {
    CompletionStage<List<EventEnvelope>> done = calls.ask(() -> once(opened, input));
    done.whenComplete((events, ended) -> future.complete(ended == null ? events : List.of()));
  }

  @Override
  public void close() throws Exception {
    if (calls != null) {
      calls.close();
    }
    if (opened != null) {
      opened.close();
    }
  }
}
