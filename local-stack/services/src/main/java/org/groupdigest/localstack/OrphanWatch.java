package org.groupdigest.localstack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * Ends a server that runs as a daemon, outside our process tree, when this process dies without
 * stopping it.
 */
final class OrphanWatch implements AutoCloseable {

  private final Process watch;

  private OrphanWatch(Process watch) {
    this.watch = watch;
  }

  /** Watches over the server with this process id. */
  static OrphanWatch over(long pid, Path log) {
    return new OrphanWatch(Scripts.start("orphan-watch.sh", List.of(Long.toString(pid)), log));
  }

  /** The server is stopped: nothing is left to watch. */
  @Override
  public void close() {
    try (OutputStream pipe = watch.getOutputStream()) {
      pipe.write("release\n".getBytes(StandardCharsets.US_ASCII));
    } catch (IOException ignored) {
      // The watch is gone, so it cannot harm the process id's next owner either.
    }
  }
}
