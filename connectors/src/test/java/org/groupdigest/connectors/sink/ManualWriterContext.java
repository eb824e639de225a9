package org.groupdigest.connectors.sink;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
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
import org.apache.flink.util.FlinkRuntimeException;
import org.apache.flink.util.UserCodeClassLoader;
import org.apache.flink.util.function.ThrowingRunnable;

/** What a sink's writer runs in, in one thread: time passes and mail comes when a test says so. */
public final class ManualWriterContext implements WriterInitContext {
  private final Queue<ThrowingRunnable<? extends Exception>> mails = new ArrayDeque<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::time));
  private final SinkWriterMetricGroup metrics =
      InternalSinkWriterMetricGroup.wrap(
          UnregisteredMetricGroups.createUnregisteredOperatorMetricGroup());
  private long now;

  /** Lets time pass: fires what is due, and delivers all mail. */
  public void pass(long millis) throws Exception {
    now += millis;
    while (!timers.isEmpty() && timers.peek().time() <= now) {
      fireNext();
    }
    deliverMail();
  }

  private void fireNext() throws Exception {
    Timer due = timers.remove();
    now = Math.max(now, due.time());
    if (!due.isDone()) {
      due.callback.onProcessingTime(due.time());
    }
  }

  /** Runs all that waits for the task's thread. */
  public void deliverMail() throws Exception {
    while (!mails.isEmpty()) {
      mails.remove().run();
    }
  }

  @Override
  public MailboxExecutor getMailboxExecutor() {
    return new Mailbox();
  }

  @Override
  public ProcessingTimeService getProcessingTimeService() {
    return new Time();
  }

  @Override
  public SinkWriterMetricGroup metricGroup() {
    return metrics;
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
  public boolean isObjectReuseEnabled() {
    return false;
  }

  @Override
  public <T> TypeSerializer<T> createInputSerializer() {
    throw new UnsupportedOperationException();
  }

  @Override
  public OptionalLong getRestoredCheckpointId() {
    return OptionalLong.empty();
  }

  @Override
  public JobInfo getJobInfo() {
    throw new UnsupportedOperationException();
  }

  @Override
  public TaskInfo getTaskInfo() {
    throw new UnsupportedOperationException();
  }

  private final class Mailbox implements MailboxExecutor {
    @Override
    public void execute(
        MailOptions options,
        ThrowingRunnable<? extends Exception> mail,
        String description,
        Object... arguments) {
      mails.add(mail);
    }

    /** A thread that waits for mail lets time pass; without timers it would wait for ever. */
    @Override
    public void yield() {
      while (!tryYield()) {
        if (timers.isEmpty()) {
          throw new IllegalStateException("waits for mail, and there will be none");
        }
        run(ManualWriterContext.this::fireNext);
      }
    }

    @Override
    public boolean tryYield() {
      if (mails.isEmpty()) {
        return false;
      }
      run(mails.remove());
      return true;
    }

    private void run(ThrowingRunnable<? extends Exception> work) {
      try {
        work.run();
      } catch (Exception e) {
        throw new FlinkRuntimeException(e);
      }
    }

    @Override
    public boolean shouldInterrupt() {
      return false;
    }
  }

  private final class Time implements ProcessingTimeService {
    @Override
    public long getCurrentProcessingTime() {
      return now;
    }

    @Override
    public ScheduledFuture<?> registerTimer(long time, ProcessingTimeCallback callback) {
      Timer timer = new Timer(time, callback);
      timers.add(timer);
      return timer;
    }
  }

  private static final class Timer extends CompletableFuture<Void>
      implements ScheduledFuture<Void> {
    private final long time;
    private final ProcessingTimeService.ProcessingTimeCallback callback;

    private Timer(long time, ProcessingTimeService.ProcessingTimeCallback callback) {
      this.time = time;
      this.callback = callback;
    }

    private long time() {
      return time;
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(time, TimeUnit.MILLISECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.MILLISECONDS), other.getDelay(TimeUnit.MILLISECONDS));
    }
  }
}
