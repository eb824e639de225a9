package org.groupdigest.job.stage.extractive;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds the development data: the folder {@code shared} beside the repository, or where {@code
 * DIGEST_SHARED} points. A test that needs it is skipped when it is not there.
 */
final class DevelopmentData {

  private DevelopmentData() {}

  /** A file of the development data; aborts the test when there is none. */
  static Path file(String name) {
    Path found = find(name);
    assumeTrue(found != null, "development data is not here: shared/data/" + name);
    return found;
  }

  private static Path find(String name) {
    String override = System.getenv("DIGEST_SHARED");
    if (override != null) {
      return existing(Path.of(override).resolve("data").resolve(name));
    }
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path file = existing(folder.resolve("shared").resolve("data").resolve(name));
      if (file != null) {
        return file;
      }
      folder = folder.getParent();
    }
    return null;
  }

  private static Path existing(Path file) {
    return Files.exists(file) ? file : null;
  }
}
