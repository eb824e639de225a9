package org.groupdigest.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Finds the folder with the broker's jars. They are not on our own class path, since their tree
 * clashes with others; the module {@code local-stack/kafka-broker} collects them.
 */
final class KafkaJars {

  /** System property that names the folder. */
  static final String PROPERTY = "digest.kafka.lib";

  /** System property that names the root of the repository; the launcher sets it. */
  static final String HOME_PROPERTY = "digest.home";

  private static final Path BELOW_ROOT = Path.of("local-stack", "kafka-broker", "target", "lib");

  private KafkaJars() {}

  /**
   * The folder: from {@value #PROPERTY}, else below {@value #HOME_PROPERTY}, else below the working
   * directory or a parent of it.
   *
   * @throws LocalStackException {@link Problem#MISSING_JARS}
   */
  static Path find() {
    return find(System.getProperties(), Path.of("").toAbsolutePath());
  }

  static Path find(Properties properties, Path workingDirectory) {
    return candidates(properties, workingDirectory)
        .filter(KafkaJars::holdsBroker)
        .findFirst()
        .orElseThrow(KafkaJars::missing);
  }

  private static Stream<Path> candidates(Properties properties, Path workingDirectory) {
    String given = properties.getProperty(PROPERTY);
    if (given != null) {
      return Stream.of(Path.of(given));
    }
    Stream<Path> home =
        Optional.ofNullable(properties.getProperty(HOME_PROPERTY)).map(Path::of).stream();
    Stream<Path> upwards = Stream.iterate(workingDirectory, Objects::nonNull, Path::getParent);
    return Stream.concat(home, upwards).map(root -> root.resolve(BELOW_ROOT));
  }

  private static LocalStackException missing() {
    return new LocalStackException(
        Problem.MISSING_JARS,
        "the jars of the Kafka broker are not there",
        "run ./mvnw -pl local-stack/kafka-broker package, or set -D" + PROPERTY + "=FOLDER");
  }

  private static boolean holdsBroker(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.anyMatch(jar -> jar.getFileName().toString().startsWith("kafka_2.13-"));
    } catch (IOException unreadable) {
      return false;
    }
  }
}
