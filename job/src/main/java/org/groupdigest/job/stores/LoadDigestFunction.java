package org.groupdigest.job.stores;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.groupdigest.connectors.postgres.PostgresException;
import org.groupdigest.connectors.sink.RetryDelays;
import org.groupdigest.job.metrics.LabelledCounters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a digest as the store of the truth has it now. A store that is away is asked until it
 * answers, and what comes after waits; one that refuses fails the job. A digest that is there and
 * cannot be read is counted as {@code digest_store_skipped_total{error_code="unreadable_digest"}}
 * and left out, so that it does not hold up those of everybody else.
 */
public final class LoadDigestFunction extends RichAsyncFunction<DigestNotice, DigestChange> {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(LoadDigestFunction.class);
  private static final String UNREADABLE = "unreadable_digest";

  private final StoredDigestsSource source;
  private final RetryDelays delays;

  private transient StoredDigestsSource.Opened opened;
  private transient UntilAnswered postgres;
  private transient LabelledCounters skipped;

  /**
   * @param source where digests are read
   * @param delays pauses while the store is away
   */
  public LoadDigestFunction(StoredDigestsSource source, RetryDelays delays) {
    this.source = source;
    this.delays = delays;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    skipped =
        new LabelledCounters(
            getRuntimeContext().getMetricGroup(), ParseStoredFunction.SKIPPED, "error_code");
    opened = source.open();
    postgres = new UntilAnswered("Postgres", delays, LoadDigestFunction::passes);
  }

  private static boolean passes(Throwable failure) {
    return failure instanceof PostgresException refusal && refusal.isTransient();
  }

  @Override
  public void asyncInvoke(DigestNotice notice, ResultFuture<DigestChange> future) {
    var unused =
        postgres
            .ask(() -> opened.digests().find(notice.tenantId(), notice.digestId()))
            .thenApply(found -> found.map(notice::now).orElseGet(notice::gone))
            .whenComplete((change, failure) -> end(notice, change, failure, future));
  }

  private void end(
      DigestNotice notice,
      DigestChange change,
      Throwable failure,
      ResultFuture<DigestChange> future) {
    Throwable cause = failure == null ? null : UntilAnswered.cause(failure);
    if (cause == null) {
      future.complete(List.of(change));
    } else if (cause instanceof PostgresException || cause instanceof CancellationException) {
      future.completeExceptionally(cause);
    } else {
      LOG.error("digest {} cannot be read: {}", notice.digestId(), cause.getClass().getName());
      future.complete(
          () -> {
            // On the task's thread, where counters belong.
            skipped.add(1, UNREADABLE);
            return List.of();
          });
    }
  }

  @Override
  public void close() {
    if (postgres != null) {
      postgres.close();
    }
    if (opened != null) {
      opened.close();
    }
  }
}
