package org.groupdigest.job.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the development data beside the repository: {@code DIGEST_SHARED}, else the folder {@code
 * shared} next to one of the working directory's parents.
 */
public final class DevelopmentData {

  private DevelopmentData() {}

  /** The file or folder at a path inside the data, if it is there. */
  public static Optional<Path> find(String relative) {
    String override = System.getenv("DIGEST_SHARED");
    if (override != null && !override.isBlank()) {
      return Optional.of(Path.of(override, relative)).filter(Files::exists);
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path candidate = at.resolve("shared").resolve(relative);
      if (Files.exists(candidate)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }
}
