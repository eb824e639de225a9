package org.groupdigest.job.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.groupdigest.connectors.kafka.IdleClockOptions;
import org.groupdigest.job.app.Endpoints;
import org.groupdigest.job.app.KafkaJob;
import org.groupdigest.job.app.LocalFlink;
import org.groupdigest.job.app.PolicySnapshot;
import org.groupdigest.job.app.StoreServices;
import org.groupdigest.job.app.StreamSettings;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.config.SettingsLoader;
import org.groupdigest.job.config.Variables;
import org.groupdigest.job.files.DigestFile;
import org.groupdigest.job.files.DigestFileSink;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The real job on the local servers, in a Flink of this process. */
public final class DemoJob {

  private static final Logger LOG = LoggerFactory.getLogger(DemoJob.class);
  private static final long STOP_SECONDS = 20;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

  /** The sample is old: its windows close as soon as nothing more comes. */
  private static final IdleClockOptions CLOCK =
      new IdleClockOptions(
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          Duration.ofSeconds(20),
          Duration.ofSeconds(10),
          Duration.ofMillis(200));

  private final Path root;
  private final Endpoints endpoints;
  private final String piiKey;

  private volatile JobClient client;

  /**
   * @param root folder of the demo
   * @param endpoints where the servers are
   * @param piiKey secret of the pseudonyms
   */
  public DemoJob(Path root, Endpoints endpoints, String piiKey) {
    this.root = root;
    this.endpoints = endpoints;
    this.piiKey = piiKey;
  }

  /** Starts the job. */
  public JobClient start() throws Exception {
    Path stored = emptied(root.resolve("stored"));
    DigestSettings settings = SettingsLoader.load(Variables.of(null, System.getenv()));
    StreamSettings stream = StreamSettings.of(settings, piiKey).quick(CLOCK, Duration.ofSeconds(1));
    Configuration configuration = configuration();
    configuration.addAll(LocalFlink.forStream(root.resolve("checkpoints")));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(2, configuration);
    new KafkaJob(
            stream,
            endpoints,
            new StoreServices(settings, endpoints),
            PolicySnapshot.read(endpoints.kafka(), piiKey))
        .assemble(env, new DigestFileSink(stored, settings.linkPatterns()));
    client = env.executeAsync("group-digest");
    return client;
  }

  /** Stops the job if it runs; waits for it, but not for long. */
  public synchronized void stop() {
    JobClient running = client;
    client = null;
    if (running == null) {
      return;
    }
    try {
      running.cancel().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.info("the job had ended or does not end: {}", e.getClass().getSimpleName());
    }
  }

  /** What the file of the development environment says, if it is at hand. */
  private static Configuration configuration() {
    Path conf = Path.of(System.getProperty("digest.home", "."), "flink-conf", "dev");
    return Files.isDirectory(conf)
        ? GlobalConfiguration.loadConfiguration(conf.toString())
        : new Configuration();
  }

  /** Waits for so many digests; they come ordered by group and time. */
  public List<DigestRecord> await(int windows, Duration patience) throws Exception {
    long until = System.nanoTime() + patience.toNanos();
    List<DigestFile> stored = stored();
    while (stored.size() < windows) {
      JobStatus status = client.getJobStatus().get();
      if (status.isTerminalState()) {
        throw new DemoFailure("the job ended as " + status);
      }
      if (System.nanoTime() > until) {
        throw new DemoFailure("only " + stored.size() + " of " + windows + " digests came");
      }
      Thread.sleep(LOOK_AGAIN.toMillis());
      stored = stored();
    }
    return stored.stream().sorted(DigestFile.ORDER).map(DigestFile::digest).toList();
  }

  private List<DigestFile> stored() throws IOException {
    Map<String, DigestFile> byWindow = new LinkedHashMap<>();
    try (Stream<Path> parts = Files.list(root.resolve("stored"))) {
      for (Path part : parts.sorted().toList()) {
        for (String line : completeLines(part)) {
          DigestFile file = Json.read(line, DigestFile.class);
          byWindow.put(file.windowId(), file);
        }
      }
    }
    return List.copyOf(byWindow.values());
  }

  private static List<String> completeLines(Path part) throws IOException {
    String text = Files.readString(part);
    int end = text.lastIndexOf('\n');
    return end < 0 ? List.of() : new ArrayList<>(text.substring(0, end).lines().toList());
  }

  private static Path emptied(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(folder);
  }
}
