package org.groupdigest.connectors.sink;

import java.util.Optional;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.runtime.operators.coordination.TaskNotRunningException;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ExceptionUtils;
import org.groupdigest.connectors.shared.StoreException;

/** A job that sends the numbers from 0 to 99 to a sink, with checkpoints and without restarts. */
public final class SinkJob {
  /** How many numbers there are. */
  public static final int NUMBERS = 100;

  private static final int RUNS = 10;

  private SinkJob() {}

  /** Runs until all numbers are stored. */
  public static void run(Sink<Long> sink) throws Exception {
    Configuration settings = new Configuration();
    settings.set(PipelineOptions.GENERIC_TYPES, false);
    settings.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1, settings);
    env.enableCheckpointing(200);
    env.fromSequence(0, NUMBERS - 1).sinkTo(sink);
    env.execute();
  }

  /**
   * Runs a sink that its store turns away, and gives what the job says of it. The sink can fail so
   * early that Flink tells of the source first, whose last news found nobody: then it runs again.
   */
  public static StoreException failure(Sink<Long> sink) {
    for (int run = 1; ; run++) {
      try {
        run(sink);
        throw new AssertionError("the job did not fail");
      } catch (Exception e) {
        Optional<StoreException> told = ExceptionUtils.findThrowable(e, StoreException.class);
        boolean early = ExceptionUtils.findThrowable(e, TaskNotRunningException.class).isPresent();
        if (told.isPresent()) {
          return told.get();
        }
        if (!early || run == RUNS) {
          throw new AssertionError("the job failed of something else", e);
        }
      }
    }
  }
}
