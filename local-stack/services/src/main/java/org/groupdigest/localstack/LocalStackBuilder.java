package org.groupdigest.localstack;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Says which servers a {@link LocalStack} runs, where, and on which ports. The smallest use starts
 * those that the product cannot do without, on free ports:
 *
 * <pre>{@code
 * try (LocalStack stack = LocalStack.builder().folder(Path.of("data")).start()) {
 *   stack.kafka().bootstrapServers();
 * }
 * }</pre>
 */
public final class LocalStackBuilder {

  private static final int HIGHEST_PORT = 65_535;

  private final Map<Service, Integer> ports = new EnumMap<>(Service.class);
  private Set<Service> services = EnumSet.of(Service.KAFKA, Service.POSTGRES, Service.REDIS);
  private Path folder = Path.of(".digest", "stack");
  private Progress progress = Progress.silent();
  private List<String> postgresSetUp = List.of();
  private boolean shutdownHook = true;

  LocalStackBuilder() {}

  /** Where data and logs go; by default {@code .digest/stack} in the working directory. */
  public LocalStackBuilder folder(Path newFolder) {
    folder = Objects.requireNonNull(newFolder, "folder");
    return this;
  }

  /** The servers to run; by default Kafka, Postgres and Redis. */
  public LocalStackBuilder services(Set<Service> newServices) {
    if (newServices.isEmpty()) {
      throw new IllegalArgumentException("choose at least one service");
    }
    services = EnumSet.copyOf(newServices);
    return this;
  }

  /** The loopback port of a server; 0, the default, takes a free one. */
  public LocalStackBuilder port(Service service, int port) {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("a port is 0 to " + HIGHEST_PORT + ", not " + port);
    }
    ports.put(service, port);
    return this;
  }

  /** Who hears of each server's start and stop; by default nobody. */
  public LocalStackBuilder progress(Progress newProgress) {
    progress = Objects.requireNonNull(newProgress, "progress");
    return this;
  }

  /** SQL that the superuser runs in the database {@value LocalPostgres#DATABASE} at every start. */
  public LocalStackBuilder postgresSetUp(List<String> statements) {
    postgresSetUp = List.copyOf(statements);
    return this;
  }

  /**
   * Whether the stack stops itself when the JVM shuts down, Ctrl-C included; yes by default. Say no
   * when what uses the servers must stop before them, and close the stack in a hook of your own.
   */
  public LocalStackBuilder shutdownHook(boolean newShutdownHook) {
    shutdownHook = newShutdownHook;
    return this;
  }

  /**
   * Starts the servers beside each other and waits until all of them serve.
   *
   * @throws LocalStackException when one cannot start; those that could are stopped again
   */
  public LocalStack start() {
    Ports free = new Ports(new SecureRandom());
    return LocalStack.start(
        Folders.make(folder),
        services,
        progress,
        shutdownHook,
        (service, home) -> start(service, home, free));
  }

  private LocalService start(Service service, Path home, Ports free) {
    int port = ports.getOrDefault(service, 0);
    return switch (service) {
      case KAFKA -> LocalKafka.start(home, free, port);
      case POSTGRES -> LocalPostgres.start(home, free, port, postgresSetUp);
      case REDIS -> LocalRedis.start(home, free, port);
      case NEO4J -> LocalNeo4j.start(home, free, port);
      case S3 -> LocalS3.start(home, free, port);
    };
  }
}
