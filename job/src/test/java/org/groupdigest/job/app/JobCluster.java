package org.groupdigest.job.app;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A Flink cluster of this JVM that runs several pipelines, a job each. */
final class JobCluster implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int SLOTS = 10;

  private final Path folder;
  private final MiniCluster cluster;
  private final Map<Pipelines, JobID> jobs = new EnumMap<>(Pipelines.class);

  JobCluster(Path folder) throws Exception {
    this.folder = folder;
    cluster =
        new MiniCluster(
            new MiniClusterConfiguration.Builder()
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(SLOTS)
                .setConfiguration(RunningJob.configuration(folder))
                .build());
    cluster.start();
  }

  /** Submits what a cluster's main class would submit for these settings. */
  void start(Pipelines pipelines, StreamMain.Plan plan, int parallelism) throws Exception {
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.getExecutionEnvironment(
            RunningJob.configuration(folder.resolve(StreamArguments.word(pipelines))));
    env.setParallelism(parallelism);
    plan.assemble(env);
    var graph = env.getStreamGraph().getJobGraph();
    cluster.submitJob(graph).get();
    jobs.put(pipelines, graph.getJobID());
  }

  /** Checkpoints and savepoints of all jobs. */
  Path folder() {
    return folder;
  }

  JobStatus status(Pipelines pipelines) throws Exception {
    return cluster.getJobStatus(jobs.get(pipelines)).get();
  }

  /** When a job last began to start again after a failure, epoch milliseconds; 0 for never. */
  long lastRestart(Pipelines pipelines) throws Exception {
    return cluster
        .getExecutionGraph(jobs.get(pipelines))
        .get()
        .getStatusTimestamp(JobStatus.RESTARTING);
  }

  /** Stops a job with a savepoint; gives its folder. */
  Path stop(Pipelines pipelines) throws Exception {
    JobID id = jobs.remove(pipelines);
    String path =
        cluster
            .stopWithSavepoint(
                id,
                folder.resolve("savepoints").toUri().toString(),
                false,
                SavepointFormatType.CANONICAL)
            .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    cluster.requestJobResult(id).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    return Path.of(URI.create(path));
  }

  @Override
  public void close() throws ExecutionException {
    try {
      for (JobID id : jobs.values()) {
        cluster.cancelJob(id).get();
      }
      cluster.closeAsync().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
