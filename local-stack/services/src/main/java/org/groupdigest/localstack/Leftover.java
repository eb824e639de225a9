package org.groupdigest.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A server that an earlier stack left in a data folder: one whose owner was killed a moment ago and
 * that is still shutting down. Who holds the folder's lock may end it.
 */
final class Leftover {

  private static final Duration PATIENCE = GuardedProcess.GRACE.plusSeconds(5);

  private Leftover() {}

  /**
   * Waits until the server named by a process id file is gone, and kills it when that takes too
   * long. A process that does not mention the folder on its command line is not ours: its number
   * was given anew.
   */
  static void clear(Path pidFile, Path folder) {
    find(pidFile, folder).ifPresent(Leftover::end);
  }

  private static Optional<ProcessHandle> find(Path pidFile, Path folder) {
    return firstLine(pidFile)
        .filter(line -> line.matches("[0-9]{1,18}"))
        .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
        .filter(process -> mentions(process, folder));
  }

  private static Optional<String> firstLine(Path pidFile) {
    try {
      return Files.readString(pidFile).lines().findFirst().map(String::strip);
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  private static boolean mentions(ProcessHandle process, Path folder) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains(folder.toString()))
        .isPresent();
  }

  private static void end(ProcessHandle process) {
    process.destroy();
    if (Waiting.until(PATIENCE, () -> !process.isAlive(), () -> false) != Waiting.Outcome.REACHED) {
      process.destroyForcibly();
    }
  }
}
