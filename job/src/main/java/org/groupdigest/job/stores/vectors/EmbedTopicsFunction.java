package org.groupdigest.job.stores.vectors;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.async.ResultFuture;
import org.apache.flink.streaming.api.functions.async.RichAsyncFunction;
import org.groupdigest.connectors.shared.StoreException;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.stores.DigestChange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what a digest has become into changes of its points. A provider that is away is asked again
 * with growing pauses until it answers: vectors have a job of their own, and nobody waits for it.
 * Texts that it will not embed leave their digest without points. Vectors of a size that the
 * collections do not have fail the job.
 *
 * <p>To be run in order and without a timeout.
 */
public final class EmbedTopicsFunction extends RichAsyncFunction<DigestChange, VectorChange> {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(EmbedTopicsFunction.class);

  private final OpenedEmbedder.Source source;
  private final Duration firstPause;
  private final Duration longestPause;

  private transient OpenedEmbedder opened;
  private transient EmbeddingMetrics metrics;
  private transient volatile boolean closed;

  /**
   * @param source opens the embedder
   * @param firstPause before the second try; pauses double
   * @param longestPause upper bound of a pause that the provider does not ask for
   */
  public EmbedTopicsFunction(
      OpenedEmbedder.Source source, Duration firstPause, Duration longestPause) {
    this.source = source;
    this.firstPause = firstPause;
    this.longestPause = longestPause;
  }

  @Override
  public void open(OpenContext context) {
    opened = source.open();
    metrics = new EmbeddingMetrics(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void asyncInvoke(DigestChange change, ResultFuture<VectorChange> future) {
    List<Topic> topics = DigestPoints.topics(change);
    if (topics.isEmpty()) {
      future.complete(List.of(DigestPoints.removal(change)));
      return;
    }
    embed(change, topics, 0)
        .whenComplete(
            (changes, failure) -> {
              if (failure == null) {
                future.complete(changes);
              } else {
                future.completeExceptionally(rootOf(failure));
              }
            });
  }

  private CompletionStage<List<VectorChange>> embed(
      DigestChange change, List<Topic> topics, int retried) {
    List<String> texts = topics.stream().map(TopicText::of).toList();
    return opened
        .embedder()
        .embed(change.group(), texts)
        .thenCompose(embedding -> next(change, topics, embedding, retried));
  }

  private CompletionStage<List<VectorChange>> next(
      DigestChange change, List<Topic> topics, Embedding embedding, int retried) {
    if (embedding instanceof Embedding.Vectors made) {
      metrics.used(made.use());
      String model = opened.embedder().modelId();
      return CompletableFuture.completedFuture(
          DigestPoints.changes(change, topics, made.vectors(), model));
    }
    if (embedding instanceof Embedding.Unavailable unavailable) {
      return again(change, topics, unavailable, retried);
    }
    return refused(change, (Embedding.Refused) embedding);
  }

  private CompletionStage<List<VectorChange>> refused(
      DigestChange change, Embedding.Refused refused) {
    metrics.failed(refused.code());
    LOG.warn("digest {} has no vectors: {}", change.digestId(), refused.code());
    return refused.aboutTexts()
        ? CompletableFuture.completedFuture(List.of(DigestPoints.removal(change)))
        : CompletableFuture.failedFuture(
            StoreException.misconfigured("embeddings", refused.code()));
  }

  private CompletionStage<List<VectorChange>> again(
      DigestChange change, List<Topic> topics, Embedding.Unavailable unavailable, int retried) {
    metrics.failed(unavailable.code());
    if (retried == 0) {
      LOG.warn("vectors of digest {} wait: {}", change.digestId(), unavailable.code());
    }
    long pause = pauseMillis(unavailable, retried);
    Executor later = CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS, Runnable::run);
    return CompletableFuture.supplyAsync(() -> retried + 1, later)
        .thenCompose(next -> closed ? new CompletableFuture<>() : embed(change, topics, next));
  }

  private long pauseMillis(Embedding.Unavailable unavailable, int retried) {
    long doubled = firstPause.toMillis() << Math.min(retried, 20);
    long own = Math.min(doubled, longestPause.toMillis());
    Duration wanted = unavailable.retryAfter();
    return wanted == null ? own : Math.max(own, wanted.toMillis());
  }

  private static Throwable rootOf(Throwable failure) {
    return failure.getCause() == null ? failure : failure.getCause();
  }

  @Override
  public void close() {
    closed = true;
    if (opened != null) {
      opened.close();
    }
  }
}
