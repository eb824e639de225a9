package org.groupdigest.job.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Whether a person watches standard error. */
final class Terminal {

  private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2");

  private Terminal() {}

  /**
   * Whether progress may be drawn: a terminal that understands more than plain lines. A launcher
   * may know better and say so in {@code DIGEST_TTY} (1 or 0).
   */
  static boolean isWatched(Map<String, String> env) {
    String told = env.get("DIGEST_TTY");
    if (told != null) {
      return told.equals("1");
    }
    return !"dumb".equals(env.get("TERM")) && !env.containsKey("CI") && isTerminal(STANDARD_ERROR);
  }

  /** Java cannot tell; Linux can. Elsewhere the answer is no. */
  static boolean isTerminal(Path descriptor) {
    try {
      String target = Files.readSymbolicLink(descriptor).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }
}
