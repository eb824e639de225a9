package org.groupdigest.job.sql;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;

/** One Kafka broker in a process of its own, from the jars of the module kafka-broker. */
final class Broker implements AutoCloseable {
  private static final Path JARS = Path.of("../local-stack/kafka-broker/target/lib");

  private final int port = freePort();
  private final Path home;
  private final Process process;

  Broker(Path home) throws Exception {
    this.home = home;
    Path settings = home.resolve("server.properties");
    Files.writeString(settings, settings(freePort()));
    String id = "YnJva2VyLWZvci10ZXN0cw";
    run("kafka.tools.StorageTool", "format", "-t", id, "-c", settings.toString()).waitFor();
    process = run("kafka.Kafka", settings.toString());
    Awaitility.await().atMost(Duration.ofSeconds(90)).until(this::serves);
  }

  String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  private boolean serves() {
    Map<String, Object> hasty =
        Map.of(
            "bootstrap.servers", bootstrapServers(),
            "default.api.timeout.ms", 2_000,
            "request.timeout.ms", 1_000);
    try (Admin admin = Admin.create(hasty)) {
      return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
    } catch (Exception e) {
      return false;
    }
  }

  private Process run(String main, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx384m", "-cp", JARS.toAbsolutePath() + "/*", main));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("log").toFile()))
        .start();
  }

  private String settings(int controller) {
    return """
        process.roles=broker,controller
        node.id=1
        controller.quorum.voters=1@127.0.0.1:%2$d
        listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
        controller.listener.names=CONTROLLER
        log.dirs=%3$s
        offsets.topic.replication.factor=1
        offsets.topic.num.partitions=1
        transaction.state.log.replication.factor=1
        transaction.state.log.min.isr=1
        transaction.state.log.num.partitions=1
        group.initial.rebalance.delay.ms=0
        auto.create.topics.enable=false
        """
        .formatted(port, controller, home.resolve("data"));
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
