package org.groupdigest.localstack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines that run the broker's programs from its own jars, on the Java that runs us. */
record KafkaTools(Path jars) {

  private static final List<String> SHORT_LIVED = List.of("-Xmx256m");
  private static final List<String> BROKER = List.of("-Xmx512m", "-Xms128m");

  /** Makes the data folder of a broker. */
  List<String> format(Path configuration, String clusterId) {
    return java(
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
    return java(BROKER, "kafka.Kafka", configuration.toString());
  }

  private List<String> java(List<String> flags, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    // A development broker never runs long enough to earn back what the optimising compiler costs.
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-Djava.awt.headless=true");
    command.add("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    command.add("-Dorg.slf4j.simpleLogger.showDateTime=true");
    command.add("-cp");
    command.add(jars.resolve("*").toString());
    command.add(main);
    command.addAll(List.of(arguments));
    return command;
  }
}
