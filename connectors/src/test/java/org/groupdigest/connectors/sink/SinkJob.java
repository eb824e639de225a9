package org.groupdigest.connectors.sink;

import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job that sends the numbers from 0 to 99 to a sink, with checkpoints and without restarts. */
public final class SinkJob {
  /** How many numbers there are. */
  public static final int NUMBERS = 100;

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
}
