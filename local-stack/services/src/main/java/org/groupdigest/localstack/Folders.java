package org.groupdigest.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Makes the folders of the stack, or says why not. */
final class Folders {

  private Folders() {}

  /**
   * Makes the folder with its parents.
   *
   * @return its absolute path
   * @throws LocalStackException {@link Problem#FOLDER_NOT_WRITABLE}
   */
  static Path make(Path folder) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
    } catch (IOException e) {
      throw notWritable(absolute, e);
    }
    if (!Files.isWritable(absolute)) {
      throw notWritable(absolute, null);
    }
    return absolute;
  }

  /** Removes the folder with all that is in it, if it is there. */
  static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> content = Files.walk(folder)) {
      for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw notWritable(folder, e);
    }
  }

  static LocalStackException notWritable(Path folder, IOException cause) {
    return new LocalStackException(
        Problem.FOLDER_NOT_WRITABLE,
        "cannot write to the folder " + folder,
        "choose another folder, or give yourself the right to write there",
        cause);
  }

  /** Where unpacked binaries are kept between runs: the user's cache folder. */
  static Path cache() {
    String xdg = System.getenv("XDG_CACHE_HOME");
    Path base =
        xdg == null || xdg.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(xdg);
    return base.resolve("group-digest");
  }
}
