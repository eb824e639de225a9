package org.groupdigest.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Finds the folder with a server's jars. They are not on our own class path, since their trees
 * clash with others; a module of their own below {@code local-stack} collects them.
 *
 * @param label what people call the server
 * @param property system property that names the folder
 * @param module folder of the collecting module below {@code local-stack}
 * @param jar how the name of the server's own jar starts
 */
record ServerJars(String label, String property, String module, String jar) {

  /** The broker of {@link LocalKafka}. */
  static final ServerJars KAFKA =
      new ServerJars("Kafka broker", "digest.kafka.lib", "kafka-broker", "kafka_2.13-");

  /** The server of {@link LocalNeo4j}. */
  static final ServerJars NEO4J =
      new ServerJars("Neo4j server", "digest.neo4j.lib", "neo4j-server", "neo4j-server-");

  /** The server of {@link LocalS3}. */
  static final ServerJars S3 = new ServerJars("S3 server", "digest.s3.lib", "s3-server", "s3proxy");

  /** System property that names the root of the repository; the launcher sets it. */
  static final String HOME_PROPERTY = "digest.home";

  /**
   * The folder: from {@link #property}, else below {@value #HOME_PROPERTY}, else below the working
   * directory or a parent of it.
   *
   * @throws LocalStackException {@link Problem#MISSING_JARS}
   */
  Path find() {
    return find(System.getProperties(), Path.of("").toAbsolutePath());
  }

  Path find(Properties properties, Path workingDirectory) {
    return candidates(properties, workingDirectory)
        .filter(this::holdsServer)
        .findFirst()
        .orElseThrow(this::missing);
  }

  private Stream<Path> candidates(Properties properties, Path workingDirectory) {
    String given = properties.getProperty(property);
    if (given != null) {
      return Stream.of(Path.of(given));
    }
    Stream<Path> home =
        Optional.ofNullable(properties.getProperty(HOME_PROPERTY)).map(Path::of).stream();
    Stream<Path> upwards = Stream.iterate(workingDirectory, Objects::nonNull, Path::getParent);
    Path belowRoot = Path.of("local-stack", module, "target", "lib");
    return Stream.concat(home, upwards).map(root -> root.resolve(belowRoot));
  }

  private LocalStackException missing() {
    return new LocalStackException(
        Problem.MISSING_JARS,
        "the jars of the " + label + " are not there",
        "run ./mvnw -pl local-stack/" + module + " package, or set -D" + property + "=FOLDER");
  }

  private boolean holdsServer(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> jars = Files.list(folder)) {
      return jars.anyMatch(file -> file.getFileName().toString().startsWith(jar));
    } catch (IOException unreadable) {
      return false;
    }
  }
}
