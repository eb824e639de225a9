package org.groupdigest.job.ingest.file.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.groupdigest.job.ingest.file.record.InputFileException;
import org.groupdigest.job.ingest.file.record.InputFileException.Problem;

/**
 * The files that one input consists of, in the order of their paths. Streams of a zip end when it
 * is closed.
 */
public interface SourceFiles extends Closeable {

  /** The files; a folder's or zip's own entry is none. */
  List<SourceFile> files();

  /** Name of the file, folder or zip, without an extension. */
  String baseName();

  /** Things about the container that a user must be told. */
  default List<String> remarks() {
    return List.of();
  }

  /** Where a container that is cut off ends. */
  default Optional<String> cutOff() {
    return Optional.empty();
  }

  /** Whether it is a file alone, neither folder nor zip. */
  default boolean isSingle() {
    return false;
  }

  /**
   * The files at a path.
   *
   * @throws InputFileException when it is a zip that cannot be used, or packed otherwise
   */
  static SourceFiles of(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return FolderFiles.of(path);
    }
    if (isGzip(path)) {
      throw new InputFileException(Problem.COMPRESSED, path);
    }
    return ZipFiles.isZip(path) ? ZipFiles.of(path) : new SingleFile(path);
  }

  private static boolean isGzip(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] start = in.readNBytes(2);
      return start.length == 2 && start[0] == 0x1F && start[1] == (byte) 0x8B;
    }
  }
}
