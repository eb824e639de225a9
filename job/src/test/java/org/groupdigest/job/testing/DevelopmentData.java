package org.groupdigest.job.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the development data: the folder {@code shared} beside the repository, or where the
 * environment variable {@code DIGEST_SHARED} points to. Tests that need it are skipped without it.
 */
public final class DevelopmentData {

  private DevelopmentData() {}

  /** A file or folder of the development data, by its path inside; empty when it is not there. */
  public static Optional<Path> find(String relative) {
    String override = System.getenv("DIGEST_SHARED");
    if (override != null) {
      return existing(Path.of(override, relative));
    }
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      Optional<Path> found = existing(dir.resolve("shared").resolve(relative));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<Path> existing(Path path) {
    return Optional.of(path).filter(Files::exists);
  }
}
