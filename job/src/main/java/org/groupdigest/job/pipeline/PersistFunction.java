package org.groupdigest.job.pipeline;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.groupdigest.job.model.DigestStatus;
import org.groupdigest.job.model.TenantPolicy.DeliveryTarget;
import org.groupdigest.job.persist.DigestWrite;
import org.groupdigest.job.persist.PersistOutcome;

/**
 * Writes digests to the store. A store that is away is tried again with growing pauses; a digest
 * that it refuses for good goes on as refused, to become a dead letter; one that was removed before
 * goes no further. Always completes.
 */
public final class PersistFunction extends RichAsyncFunction<FinishedDigest, FinishedDigest> {

  private static final long serialVersionUID = 1L;

  private final DigestServices services;
  private final PersistRetries retries;

  private transient DigestServices.Opened opened;

  /**
   * @param services engines and stores
   * @param retries how often and how long apart writing is tried again
   */
  public PersistFunction(DigestServices services, PersistRetries retries) {
    this.services = services;
    this.retries = retries;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    opened = services.open();
  }

  @Override
  public void asyncInvoke(FinishedDigest finished, ResultFuture<FinishedDigest> future) {
    write(finished, 0)
        .whenComplete(
            (done, error) ->
                future.complete(
                    error == null ? done : List.of(finished.refused("internal_error", 0))));
  }

  /** Gives the digest as it is to be announced, or nothing of one that was removed. */
  private CompletionStage<List<FinishedDigest>> write(FinishedDigest finished, int retried) {
    boolean ready = finished.digest().status() == DigestStatus.READY;
    List<DeliveryTarget> targets = ready ? finished.targets() : List.of();
    try {
      return opened
          .writer()
          .write(new DigestWrite(finished.digest(), 1, targets))
          .thenCompose(outcome -> next(finished, outcome, retried));
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private CompletionStage<List<FinishedDigest>> next(
      FinishedDigest finished, PersistOutcome outcome, int retried) {
    if (outcome instanceof PersistOutcome.Removed) {
      return CompletableFuture.completedFuture(List.of());
    }
    if (!(outcome instanceof PersistOutcome.Failed failed)) {
      return CompletableFuture.completedFuture(List.of(finished.follow(outcome).stored(retried)));
    }
    if (!failed.transientFailure() || retried >= retries.most()) {
      return CompletableFuture.completedFuture(List.of(finished.refused(failed.code(), retried)));
    }
    Executor later =
        CompletableFuture.delayedExecutor(
            retries.pauseMillis(retried), TimeUnit.MILLISECONDS, Runnable::run);
    return CompletableFuture.supplyAsync(() -> retried + 1, later)
        .thenCompose(again -> write(finished, again));
  }

  @Override
  public void timeout(FinishedDigest finished, ResultFuture<FinishedDigest> future) {
    future.complete(List.of(finished.refused("store_timeout", retries.most())));
  }

  @Override
  public void close() throws Exception {
    if (opened != null) {
      opened.close();
    }
  }
}
