package org.groupdigest.job.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.groupdigest.connectors.kafka.IdleClockOptions;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.config.SettingsLoader;
import org.groupdigest.job.pipeline.PersistRetries;

/** The job on Kafka, Postgres and Redis, on a Flink cluster of two TaskManagers. */
final class RunningJob implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final MiniCluster cluster;
  private final JobID id;
  private boolean stopped;

  private RunningJob(MiniCluster cluster, JobID id) {
    this.cluster = cluster;
    this.id = id;
  }

  static RunningJob start(
      TestServers servers, String consumerGroup, Path folder, IdleClockOptions clock)
      throws Exception {
    return start(servers, consumerGroup, folder, clock, Map.of());
  }

  /** As above, with settings. */
  static RunningJob start(
      TestServers servers,
      String consumerGroup,
      Path folder,
      IdleClockOptions clock,
      Map<String, String> variables)
      throws Exception {
    MiniCluster cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setNumTaskManagers(2)
                .setNumSlotsPerTaskManager(1)
                .setConfiguration(configuration(folder))
                .build());
    cluster.start();
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(configuration(folder));
    env.setParallelism(2);
    job(servers, consumerGroup, clock, variables).assemble(env, Pipelines.ALL);
    var graph = env.getStreamGraph().getJobGraph();
    cluster.submitJob(graph).get();
    return new RunningJob(cluster, graph.getJobID());
  }

  private static KafkaJob job(
      TestServers servers,
      String consumerGroup,
      IdleClockOptions clock,
      Map<String, String> variables) {
    DigestSettings settings = SettingsLoader.load(variables);
    StreamSettings stream =
        new StreamSettings(
            settings,
            StreamSettings.windows(settings, Duration.ofMillis(500)),
            clock,
            PersistRetries.DEFAULT,
            consumerGroup,
            TestServers.PII_KEY);
    return new KafkaJob(
        stream,
        servers.endpoints(),
        new StoreServices(settings, servers.endpoints()),
        PolicySnapshot.read(servers.endpoints().kafka(), TestServers.PII_KEY));
  }

  /** Checkpoints twice a second, and restarts. */
  static Configuration configuration(Path folder) {
    Configuration configuration = LocalFlink.forStream(folder.resolve("checkpoints"));
    configuration.set(RestOptions.BIND_PORT, "0");
    configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofMillis(500));
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 20);
    configuration.set(
        RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(500));
    return configuration;
  }

  JobStatus status() throws Exception {
    return cluster.getJobStatus(id).get();
  }

  /** When the job last began to start again after a failure, epoch milliseconds; 0 for never. */
  long lastRestart() throws Exception {
    return cluster.getExecutionGraph(id).get().getStatusTimestamp(JobStatus.RESTARTING);
  }

  /** Takes a TaskManager away without a warning to the job, and starts another. */
  void loseTaskManager(int index) throws Exception {
    cluster.terminateTaskManager(index).get();
    cluster.startTaskManager();
  }

  /** Stops with a savepoint, all transactions committed; gives its folder. */
  Path stop(Path folder) throws Exception {
    stopped = true;
    String path =
        cluster
            .stopWithSavepoint(id, folder.toUri().toString(), false, SavepointFormatType.CANONICAL)
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    cluster.requestJobResult(id).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return Path.of(java.net.URI.create(path));
  }

  @Override
  public void close() throws ExecutionException {
    try {
      if (!stopped) {
        cluster.cancelJob(id).get();
      }
      cluster.closeAsync().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
