package org.groupdigest.localstack;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The servers of one machine's development: Kafka, Postgres, Redis and, when asked for, Neo4j and
 * S3, each in processes of its own, on loopback, with their data in one folder. Made by {@link
 * #builder()}; stopped by {@link #close()}, by the end of the JVM, and by its sudden death.
 */
public final class LocalStack implements AutoCloseable {

  private final Path folder;
  private final FolderLock lock;
  private final ParallelStart services;
  private final Thread hook = new Thread(this::stop, "local-stack-stop");
  private boolean stopped;

  private LocalStack(Path folder, FolderLock lock, ParallelStart services) {
    this.folder = folder;
    this.lock = lock;
    this.services = services;
  }

  /** A stack on free ports, to be changed as needed. */
  public static LocalStackBuilder builder() {
    return new LocalStackBuilder();
  }

  /** Takes the folder and starts the services in folders of their own below it. */
  static LocalStack start(
      Path folder, Set<Service> chosen, Progress progress, boolean stopWithJvm, Starter starter) {
    LocalStack stack = new LocalStack(folder, FolderLock.take(folder), new ParallelStart(progress));
    try {
      if (stopWithJvm) {
        Runtime.getRuntime().addShutdownHook(stack.hook);
      }
      stack.start(chosen, service -> starter.start(service, stack.home(service)));
      return stack;
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  /** Starts one service in its folder. */
  interface Starter {
    LocalService start(Service service, Path home);
  }

  private void start(Set<Service> chosen, Function<Service, LocalService> starter) {
    StackFile.remove(folder);
    services.start(chosen, starter);
    StackFile.write(folder, ProcessHandle.current().pid(), services.running().values());
  }

  private Path home(Service service) {
    return home(folder, service);
  }

  /** The folder of a service of a stack. */
  static Path home(Path stack, Service service) {
    return stack.resolve(service.name().toLowerCase(Locale.ROOT));
  }

  /** Where data, logs and {@code stack.json} are. */
  public Path folder() {
    return folder;
  }

  /** The broker; an {@link IllegalStateException} if it was not chosen. */
  public LocalKafka kafka() {
    return (LocalKafka) running(Service.KAFKA);
  }

  /** The database server; an {@link IllegalStateException} if it was not chosen. */
  public LocalPostgres postgres() {
    return (LocalPostgres) running(Service.POSTGRES);
  }

  /** The Redis server; an {@link IllegalStateException} if it was not chosen. */
  public LocalRedis redis() {
    return (LocalRedis) running(Service.REDIS);
  }

  /** The graph server; an {@link IllegalStateException} if it was not chosen. */
  public LocalNeo4j neo4j() {
    return (LocalNeo4j) running(Service.NEO4J);
  }

  /** The S3 server; an {@link IllegalStateException} if it was not chosen. */
  public LocalS3 s3() {
    return (LocalS3) running(Service.S3);
  }

  private LocalService running(Service service) {
    Map<Service, LocalService> all = services.running();
    if (!all.containsKey(service)) {
      throw new IllegalStateException(service.label() + " is not part of this stack");
    }
    return all.get(service);
  }

  /**
   * Stops all servers and waits until they are gone; data stays. A second call waits for the first
   * and does nothing more.
   */
  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook runs or has run: it finds the stack stopped.
    }
  }

  private synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    try {
      services.stop();
    } finally {
      StackFile.remove(folder);
      lock.close();
    }
  }
}
