package org.groupdigest.udfs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Finds the development data, which lies beside the repository and is not part of it. */
public final class DevelopmentData {

  private static final String OVERRIDE = "DIGEST_SHARED";

  private DevelopmentData() {}

  /** A file of the development data; skips the calling test when it is absent. */
  public static Path fileOrSkip(String name) {
    Optional<Path> file = root().map(root -> root.resolve("data").resolve(name));
    Assumptions.assumeTrue(
        file.filter(Files::exists).isPresent(),
        () -> "no development data: put " + name + " under ../shared/data or set " + OVERRIDE);
    return file.orElseThrow();
  }

  private static Optional<Path> root() {
    String override = System.getenv(OVERRIDE);
    if (override != null) {
      return Optional.of(Path.of(override));
    }
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.isDirectory(at.resolve("shared/data"))) {
        return Optional.of(at.resolve("shared"));
      }
    }
    return Optional.empty();
  }
}
