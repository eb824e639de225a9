package org.groupdigest.connectors.sink;

import java.util.OptionalLong;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.JobInfo;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.common.serialization.SerializationSchema;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.metrics.groups.SinkWriterMetricGroup;
import org.apache.flink.runtime.metrics.groups.InternalSinkWriterMetricGroup;
import org.apache.flink.runtime.metrics.groups.UnregisteredMetricGroups;
import org.apache.flink.streaming.runtime.tasks.StreamTaskActionExecutor;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.apache.flink.streaming.runtime.tasks.mailbox.MailboxExecutorImpl;
import org.apache.flink.streaming.runtime.tasks.mailbox.TaskMailboxImpl;
import org.apache.flink.util.UserCodeClassLoader;

/** A writer's surroundings: one mailbox, emptied by hand, and time that stands still or passes. */
public final class WriterContext implements WriterInitContext {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final ScheduledExecutorService TIMERS =
      Executors.newSingleThreadScheduledExecutor(WriterContext::daemon);

  private final TestProcessingTimeService time = new TestProcessingTimeService();
  private final boolean timePasses;
  private final MailboxExecutor mailbox =
      new MailboxExecutorImpl(
          new TaskMailboxImpl(Thread.currentThread()), 0, StreamTaskActionExecutor.IMMEDIATE);
  private final SinkWriterMetricGroup metrics =
      InternalSinkWriterMetricGroup.wrap(
          UnregisteredMetricGroups.createUnregisteredOperatorMetricGroup());

  /** Time stands still until {@link #advance}. */
  public WriterContext() {
    this(false);
  }

  private WriterContext(boolean timePasses) {
    this.timePasses = timePasses;
  }

  /** Time passes: what waits for a real server to be there again is done by and by. */
  public static WriterContext inRealTime() {
    return new WriterContext(true);
  }

  /** Runs all mail, and the mail that it causes. */
  public void drain() {
    while (mailbox.tryYield()) {
      Thread.onSpinWait();
    }
  }

  /** Lets time pass, with the timers that it brings. */
  public void advance(long millis) throws Exception {
    drain();
    time.setCurrentTime(time.getCurrentProcessingTime() + millis);
    drain();
  }

  /** Runs mail of a client's threads until something is so. */
  public void drainUntil(BooleanSupplier reached) throws Exception {
    advanceUntil(0, reached);
  }

  /** Lets time pass in steps until something is so, for retries against a real server. */
  public void advanceUntil(long step, BooleanSupplier reached) throws Exception {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (!reached.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError("not reached in time");
      }
      advance(step);
      Thread.onSpinWait();
    }
  }

  /** How many changes were in requests that failed, or were refused. */
  public long errors() {
    return metrics.getNumRecordsSendErrorsCounter().getCount();
  }

  @Override
  public MailboxExecutor getMailboxExecutor() {
    return mailbox;
  }

  @Override
  public ProcessingTimeService getProcessingTimeService() {
    return timePasses ? new PassingTime() : time;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "timers of writers");
    thread.setDaemon(true);
    return thread;
  }

  /** The clock of the machine; timers are mail. */
  private final class PassingTime implements ProcessingTimeService {
    @Override
    public long getCurrentProcessingTime() {
      return System.currentTimeMillis();
    }

    @Override
    public ScheduledFuture<?> registerTimer(long at, ProcessingTimeCallback callback) {
      return TIMERS.schedule(
          () -> mailbox.execute(() -> callback.onProcessingTime(at), "timer"),
          Math.max(0, at - getCurrentProcessingTime()),
          TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public SinkWriterMetricGroup metricGroup() {
    return metrics;
  }

  @Override
  public OptionalLong getRestoredCheckpointId() {
    return OptionalLong.empty();
  }

  @Override
  public boolean isObjectReuseEnabled() {
    return false;
  }

  @Override
  public UserCodeClassLoader getUserCodeClassLoader() {
    throw new UnsupportedOperationException();
  }

  @Override
  public SerializationSchema.InitializationContext asSerializationSchemaInitializationContext() {
    throw new UnsupportedOperationException();
  }

  @Override
  public <T> TypeSerializer<T> createInputSerializer() {
    throw new UnsupportedOperationException();
  }

  @Override
  public JobInfo getJobInfo() {
    throw new UnsupportedOperationException();
  }

  @Override
  public TaskInfo getTaskInfo() {
    throw new UnsupportedOperationException();
  }
}
