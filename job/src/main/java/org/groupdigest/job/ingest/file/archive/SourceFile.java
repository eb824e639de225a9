package org.groupdigest.job.ingest.file.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** File of an export that can be read again and again, wherever it lies. */
public interface SourceFile {

  /** Path inside its folder or zip, with {@code /} between the parts; of a lone file its name. */
  String path();

  /** A new stream over the whole file. */
  InputStream open() throws IOException;

  /** Where it lies on disk; empty inside a zip. */
  default Optional<Path> onDisk() {
    return Optional.empty();
  }

  /** Its path for messages: where it lies on disk, else its name inside the zip. */
  default Path shown() {
    return onDisk().orElseGet(() -> Path.of(name().replace('\0', '?')));
  }

  /** Name without the folders before it. */
  default String name() {
    return path().substring(path().lastIndexOf('/') + 1);
  }

  /** Path of the folder it lies in, empty at the top. */
  default String folder() {
    return path().substring(0, Math.max(0, path().lastIndexOf('/')));
  }

  /** Name without its extension. */
  default String baseName() {
    int dot = name().lastIndexOf('.');
    return dot <= 0 ? name() : name().substring(0, dot);
  }
}
