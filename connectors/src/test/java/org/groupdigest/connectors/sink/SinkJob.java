package org.groupdigest.connectors.sink;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.base.sink.throwable.FatalExceptionClassifier;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * A job that sends the numbers from 0 to 99 to a sink, and stops in the middle until it is told to
 * go on. One at a time in this JVM: a job's functions are copies, and a static is all they share.
 */
public final class SinkJob {
  /** How many numbers there are. */
  public static final int NUMBERS = 100;

  private static final Duration LONG = Duration.ofMinutes(1);

  private static volatile CountDownLatch gate = new CountDownLatch(0);
  private static volatile CountDownLatch failure = new CountDownLatch(1);

  private SinkJob() {}

  /** Runs all numbers without a stop. */
  public static void run(Sink<Long> sink) throws Exception {
    gate = new CountDownLatch(0);
    start(sink).getJobExecutionResult().get(LONG.toSeconds(), TimeUnit.SECONDS);
  }

  /** Runs the first half. */
  public static JobClient startHalf(Sink<Long> sink) throws Exception {
    gate = new CountDownLatch(1);
    failure = new CountDownLatch(1);
    return start(sink);
  }

  /** Lets the second half go. */
  public static void goOn() {
    gate.countDown();
  }

  /** Waits until a sink with {@link #hearing} classifiers has met a failure. */
  public static void awaitFailure() throws InterruptedException {
    if (!failure.await(LONG.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("the sink met no failure");
    }
  }

  /** The chain, after one that only hears of every failure. */
  public static FatalExceptionClassifier hearing(FatalExceptionClassifier chain) {
    FatalExceptionClassifier hearing =
        new FatalExceptionClassifier(
            any -> {
              failure.countDown();
              return false;
            },
            any -> new IllegalStateException("never"));
    return FatalExceptionClassifier.createChain(hearing, chain);
  }

  private static JobClient start(Sink<Long> sink) throws Exception {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, settings);
    env.enableCheckpointing(200);
    // The gate must not hold the thread of the sink.
    env.disableOperatorChaining();
    env.fromSequence(0, NUMBERS - 1).map(new Gate()).returns(Types.LONG).sinkTo(sink);
    return env.executeAsync();
  }

  /** Holds the second half back. */
  private static final class Gate implements MapFunction<Long, Long> {
    private static final long serialVersionUID = 1L;

    @Override
    public Long map(Long number) throws Exception {
      if (number == NUMBERS / 2) {
        gate.await();
      }
      return number;
    }
  }
}
