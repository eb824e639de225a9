package org.groupdigest.connectors.sink;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.DequeRequestBuffer;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.SimpleBatchCreator;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;
import org.apache.flink.metrics.Counter;
import org.groupdigest.connectors.shared.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends one batch at a time, in the order of its input, and repeats a batch in place until the
 * store takes it: a deletion is never overtaken by the write that it follows. What is not taken yet
 * is part of the state, so that a checkpoint does not wait for a store that is away; the task's
 * thread waits only when too many changes are outstanding.
 *
 * <p>The metric {@code numRecordsSendErrors} counts the changes of failed attempts and those that
 * were refused for good.
 *
 * <p>All methods, callbacks and timers run on the task's thread.
 */
final class OrderedSinkWriter<InputT, EntryT extends SinkEntry>
    extends AsyncSinkWriter<InputT, EntryT> {
  private static final Logger LOG = LoggerFactory.getLogger(OrderedSinkWriter.class);

  private final ConvertedOnce<InputT, EntryT> converter;
  private final long largestEntry;
  private final BatchSender<EntryT> sender;
  private final RefusedEntries<EntryT> refused;
  private final RetryDelays delays;
  private final Duration requestTimeout;
  private final MailboxExecutor mailbox;
  private final ProcessingTimeService timers;
  private final Counter failedSends;
  private final Deque<PendingBatch<EntryT>> pending = new ArrayDeque<>();
  private boolean sending;
  private int failuresInARow;

  OrderedSinkWriter(
      ConvertedOnce<InputT, EntryT> converter,
      WriterInitContext context,
      AsyncSinkWriterConfiguration configuration,
      Collection<BufferedRequestState<EntryT>> states,
      OrderedSinkSettings<EntryT> settings,
      BatchSender<EntryT> sender) {
    super(
        converter,
        context,
        configuration,
        states,
        new SimpleBatchCreator<>(configuration.getMaxBatchSizeInBytes()),
        new DequeRequestBuffer<>());
    this.converter = converter;
    this.largestEntry = configuration.getMaxRecordSizeInBytes();
    this.sender = sender;
    this.refused = settings.refused();
    this.delays = settings.delays();
    this.requestTimeout = settings.requestTimeout();
    this.mailbox = context.getMailboxExecutor();
    this.timers = context.getProcessingTimeService();
    this.failedSends = context.metricGroup().getNumRecordsSendErrorsCounter();
    refused.open(context);
  }

  @Override
  public void write(InputT element, Context context) throws IOException, InterruptedException {
    for (EntryT entry : converter.convert(element, context)) {
      if (getSizeInBytes(entry) <= largestEntry) {
        converter.next(entry);
        super.write(element, context);
      } else {
        refuse(entry, StoreException.refusedElement(name(), "too_large"));
      }
    }
  }

  private void refuse(EntryT entry, StoreException reason) {
    failedSends.inc();
    refused.refused(entry, reason);
  }

  @Override
  protected long getSizeInBytes(EntryT entry) {
    return entry.sizeInBytes();
  }

  @Override
  protected void submitRequestEntries(List<EntryT> entries, ResultHandler<EntryT> whole) {
    pending.addLast(new PendingBatch<>(entries, whole));
    if (!sending) {
      sendNext();
    }
  }

  private void sendNext() {
    sending = !pending.isEmpty();
    if (sending) {
      CompletableFuture<Void> sent = send(pending.getFirst().head());
      var unused =
          sent.orTimeout(requestTimeout.toMillis(), TimeUnit.MILLISECONDS)
              .whenComplete((done, failure) -> returnToTask(failure));
    }
  }

  /** What a sender throws is a failure like any other. */
  private CompletableFuture<Void> send(List<EntryT> part) {
    try {
      return sender.send(part);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void returnToTask(Throwable failure) {
    try {
      mailbox.execute(() -> settle(failure), "settle a batch");
    } catch (RejectedExecutionException ended) {
      // The task is gone; the batch is in its state.
      LOG.debug("a store answered after the end of its task");
    }
  }

  private void settle(Throwable failure) {
    Optional<Exception> lasting =
        failure == null ? Optional.empty() : sender.failures().lasting(failure);
    if (failure == null) {
      taken();
    } else if (lasting.isEmpty()) {
      sendAgainLater(sender.failures().passingCode(failure));
    } else if (lasting.get() instanceof StoreException reason && reason.isAboutElement()) {
      refuseHead(reason);
    } else {
      getFatalExceptionCons().accept(lasting.get());
    }
  }

  private void taken() {
    if (failuresInARow > 0) {
      LOG.info("{}: the store is back after {} failures", name(), failuresInARow);
    }
    failuresInARow = 0;
    settleHead();
    sendNext();
  }

  private void sendAgainLater(String code) {
    failuresInARow++;
    failedSends.inc(pending.getFirst().head().size());
    if (failuresInARow == 1) {
      LOG.warn("{}: the store is away ({}), changes wait for it", name(), code);
    }
    long delay = delays.millisAfter(failuresInARow);
    var unused =
        timers.registerTimer(timers.getCurrentProcessingTime() + delay, time -> sendNext());
  }

  private String name() {
    return sender.getClass().getSimpleName();
  }

  private void refuseHead(StoreException reason) {
    PendingBatch<EntryT> batch = pending.getFirst();
    if (batch.head().size() > 1) {
      batch.halveHead();
    } else {
      refuse(batch.head().get(0), reason);
      settleHead();
    }
    sendNext();
  }

  private void settleHead() {
    if (pending.getFirst().settleHead()) {
      pending.removeFirst();
    }
  }

  /** Waits for the store at the end of the input only: a checkpoint keeps what is outstanding. */
  @Override
  public void flush(boolean endOfInput) throws InterruptedException {
    if (endOfInput) {
      super.flush(true);
    }
  }

  @Override
  public List<BufferedRequestState<EntryT>> snapshotState(long checkpointId) {
    List<RequestEntryWrapper<EntryT>> all = new ArrayList<>();
    for (PendingBatch<EntryT> batch : pending) {
      batch.unsettled().forEach(entry -> all.add(wrapped(entry)));
    }
    super.snapshotState(checkpointId).forEach(s -> all.addAll(s.getBufferedRequestEntries()));
    return List.of(new BufferedRequestState<>(all));
  }

  private RequestEntryWrapper<EntryT> wrapped(EntryT entry) {
    return new RequestEntryWrapper<>(entry, getSizeInBytes(entry));
  }

  @Override
  public void close() {
    try (sender) {
      refused.close();
    }
  }
}
