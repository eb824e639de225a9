package org.groupdigest.localstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** A service that is one guarded process and serves one port of this machine. */
abstract class ProcessService implements LocalService {

  private final int port;
  private final GuardedProcess process;

  ProcessService(int port, GuardedProcess process) {
    this.port = port;
    this.process = process;
  }

  /**
   * Waits until the service serves; it is stopped when it does not.
   *
   * @param log to which it writes
   * @throws LocalStackException when it ended, or took longer than the limit
   */
  final void awaitServing(Duration limit, BooleanSupplier serves, Path log) {
    Waiting.Outcome outcome = Waiting.until(limit, serves, () -> !process.isAlive());
    if (outcome == Waiting.Outcome.REACHED) {
      return;
    }
    String why = process.isAlive() ? "no answer in time" : "it ended at once";
    close();
    throw LocalStackException.didNotStart(service(), why, log, null);
  }

  @Override
  public final int port() {
    return port;
  }

  @Override
  public final void close() {
    process.stop();
  }
}
