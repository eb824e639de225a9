package org.groupdigest.connectors.sink;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.throwable.FatalExceptionClassifier;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.metrics.Counter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes batches to an {@link EntryStore}. Each batch ends as done, failed, or in part to be tried
 * again after a delay; all decisions are made in the task's thread.
 *
 * <p>Metrics: {@code numRecordsSendErrors} counts failed attempts, {@code deadElements} the entries
 * that the store refused for good.
 *
 * @param <T> elements of the stream
 * @param <E> what is written to the store
 */
final class EntryStoreWriter<T, E extends Serializable> extends AsyncSinkWriter<T, E> {
  private static final Logger LOG = LoggerFactory.getLogger(EntryStoreWriter.class);

  private final ConvertedOnce<T, E> converter;
  private final long largestEntry;
  private final EntryStore<E> store;
  private final FailureHandling<E> failures;
  private final FatalExceptionClassifier classifier;
  private final RandomGenerator random;
  private final MailboxExecutor mailbox;
  private final ProcessingTimeService time;
  private final Counter errors;
  private final Counter dead;
  private int failuresInARow;

  /** Wires the writer; the store is closed with it. */
  // Flink marks the constructor as deprecated for another that makes the same buffer by hand.
  @SuppressWarnings("deprecation")
  EntryStoreWriter(
      ConvertedOnce<T, E> converter,
      WriterInitContext context,
      AsyncSinkWriterConfiguration limits,
      Collection<BufferedRequestState<E>> restored,
      EntryStore<E> store,
      FailureHandling<E> failures,
      RandomGenerator random) {
    super(converter, context, limits, restored);
    this.converter = converter;
    this.largestEntry = limits.getMaxRecordSizeInBytes();
    this.store = store;
    this.failures = failures;
    this.classifier = failures.classifiers().get();
    this.random = random;
    this.mailbox = context.getMailboxExecutor();
    this.time = context.getProcessingTimeService();
    this.errors = context.metricGroup().getNumRecordsSendErrorsCounter();
    this.dead = context.metricGroup().counter("deadElements");
    failures.deadElements().open(context);
  }

  @Override
  public void write(T element, Context context) throws IOException, InterruptedException {
    E entry = converter.convert(element, context);
    if (getSizeInBytes(entry) <= largestEntry) {
      super.write(element, context);
    } else {
      bury(entry, new RejectedEntryException("too_large"));
    }
  }

  private void bury(E entry, RejectedEntryException why) throws IOException {
    dead.inc();
    failures.deadElements().add(entry, why);
  }

  @Override
  protected void submitRequestEntries(List<E> entries, ResultHandler<E> handler) {
    // Fails only when the task has ended and takes no mail; then its checkpoint has the entries.
    var unused =
        Attempt.all(store, entries)
            .thenAccept(
                attempts ->
                    mailbox.execute(
                        () -> settle(attempts, handler), "Settle %d entries", entries.size()));
  }

  private void settle(List<Attempt<E>> attempts, ResultHandler<E> handler) {
    List<Attempt<E>> failed = attempts.stream().filter(Attempt::failed).toList();
    errors.inc(failed.size());
    try {
      List<E> again = judge(failed);
      failuresInARow = again.size() < attempts.size() ? 0 : failuresInARow;
      if (again.isEmpty()) {
        handler.complete();
      } else {
        tryLater(again, failed.get(0).failure(), handler);
      }
    } catch (Exception fatal) {
      handler.completeExceptionally(fatal);
    }
  }

  /** The entries to be tried again; throws what must fail the job. */
  private List<E> judge(List<Attempt<E>> failed) throws Exception {
    List<E> again = new ArrayList<>();
    for (Attempt<E> attempt : failed) {
      Optional<Exception> fatal = FailureHandling.fatal(classifier, attempt.failure());
      if (fatal.isEmpty()) {
        again.add(attempt.entry());
      } else if (fatal.get() instanceof RejectedEntryException rejected) {
        bury(attempt.entry(), rejected);
      } else {
        throw fatal.get();
      }
    }
    return again;
  }

  private void tryLater(List<E> again, Throwable cause, ResultHandler<E> handler) {
    if (failuresInARow++ == 0) {
      // The class only: messages of stores may quote what was sent to them.
      LOG.warn("{} entries will be written again after {}", again.size(), cause.getClass());
    }
    long delay = failures.delay().after(failuresInARow, random).toMillis();
    var unused =
        time.registerTimer(
            time.getCurrentProcessingTime() + delay, now -> handler.retryForEntries(again));
  }

  @Override
  protected long getSizeInBytes(E entry) {
    return store.sizeInBytes(entry);
  }

  @Override
  public void close() {
    try {
      super.close();
      failures.deadElements().close();
    } finally {
      store.close();
    }
  }
}
