package org.groupdigest.job.app;

import java.nio.file.Path;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;

/** Flink inside the calling process, configured as a cluster would be where it matters. */
public final class LocalFlink {

  /** Part of every savepoint: {@code flink-conf} says the same in each environment. */
  static final int MAX_PARALLELISM = 512;

  private LocalFlink() {}

  /**
   * What every job of the product needs, wherever it runs: no hidden serializers, no operator
   * without a fixed id, state in RocksDB.
   */
  public static Configuration required() {
    Configuration configuration = new Configuration();
    configuration.set(PipelineOptions.GENERIC_TYPES, false);
    configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    configuration.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
    configuration.set(StateBackendOptions.STATE_BACKEND, "rocksdb");
    return configuration;
  }

  /** For a bounded run: a failure ends the run instead of starting it again. */
  public static Configuration forBoundedRun() {
    Configuration configuration = required();
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
    return configuration;
  }

  /** For a stream on this machine: checkpoints in a folder. */
  public static Configuration forStream(Path checkpoints) {
    Configuration configuration = required();
    configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toUri().toString());
    configuration.set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true);
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, java.time.Duration.ofSeconds(1));
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(256));
    return configuration;
  }
}
