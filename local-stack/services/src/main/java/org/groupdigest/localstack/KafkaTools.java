package org.groupdigest.localstack;

import java.nio.file.Path;
import java.util.List;

/**
 * Command lines of the broker's programs.
 *
 * @param java runs them
 */
record KafkaTools(ServerJava java) {

  private static final List<String> SHORT_LIVED = List.of("-Xmx256m");
  private static final List<String> BROKER = List.of("-Xmx512m", "-Xms128m");

  /** Makes the data folder of a broker. */
  List<String> format(Path configuration, String clusterId) {
    return java.run(
        SHORT_LIVED,
        "kafka.tools.StorageTool",
        "format",
        "--ignore-formatted",
        "--cluster-id",
        clusterId,
        "--config",
        configuration.toString());
  }

  /** Runs the broker. */
  List<String> broker(Path configuration) {
    return java.run(BROKER, "kafka.Kafka", configuration.toString());
  }
}
