package org.groupdigest.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One Kafka broker (KRaft, broker and controller in one) in a JVM of its own, on loopback.
 * Transactions work; topics are not made by themselves.
 */
public final class LocalKafka extends ProcessService {

  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  /**
   * Any 16 bytes in base64 do; a fixed one makes a folder's broker the same from start to start.
   */
  private static final String CLUSTER_ID = "Z3JvdXAtZGlnZXN0LWRldg";

  private LocalKafka(int port, GuardedProcess process) {
    super(port, process);
  }

  /**
   * Starts a broker and waits until it serves.
   *
   * @param folder for settings, log and data; data of an earlier run is used again
   * @param ports where the broker's and the controller's port come from
   * @param wantedPort 0 for any free one
   * @throws LocalStackException when it cannot start
   */
  static LocalKafka start(Path folder, Ports ports, int wantedPort) {
    Path home = Folders.make(folder);
    KafkaTools tools = new KafkaTools(new ServerJava(ServerJars.KAFKA.find()));
    Path pidFile = home.resolve("broker.pid");
    Leftover.clear(pidFile, home);
    int port = ports.claim(Service.KAFKA, wantedPort);
    Path configuration = configure(home, port, ports.claim(Service.KAFKA, 0));
    Path log = home.resolve("broker.log");
    if (!Files.exists(home.resolve("data").resolve("meta.properties"))) {
      format(tools, configuration, log);
    }
    GuardedProcess process = GuardedProcess.start(tools.broker(configuration), pidFile, log);
    LocalKafka kafka = new LocalKafka(port, process);
    kafka.awaitServing(START_LIMIT, () -> KafkaProbe.isServing(port), log);
    return kafka;
  }

  private static Path configure(Path home, int port, int controllerPort) {
    Path configuration = home.resolve("server.properties");
    try {
      Files.writeString(
          configuration, KafkaConfiguration.text(port, controllerPort, home.resolve("data")));
    } catch (IOException e) {
      throw Folders.notWritable(home, e);
    }
    return configuration;
  }

  private static void format(KafkaTools tools, Path configuration, Path log) {
    try {
      Process format =
          new ProcessBuilder(tools.format(configuration, CLUSTER_ID))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      if (!format.waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS) || format.exitValue() != 0) {
        format.destroyForcibly();
        throw didNotStart("its data folder could not be prepared", log, null);
      }
    } catch (IOException e) {
      throw didNotStart("its data folder could not be prepared", log, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw didNotStart("the start was interrupted", log, e);
    }
  }

  private static LocalStackException didNotStart(String why, Path log, Exception cause) {
    return LocalStackException.didNotStart(Service.KAFKA, why, log, cause);
  }

  /** The value of {@code bootstrap.servers}. */
  public String bootstrapServers() {
    return Loopback.HOST + ":" + port();
  }

  @Override
  public Service service() {
    return Service.KAFKA;
  }

  @Override
  public Map<String, String> endpoints() {
    return Map.of("bootstrap_servers", bootstrapServers());
  }
}
