package org.groupdigest.job.ingest.file.record;

import java.io.Closeable;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The entries of one file, read as they are asked for: memory does not grow with the file. A read
 * error in the middle is an {@link java.io.UncheckedIOException}. Close it after use.
 */
public interface FileRecords extends Iterator<FileRecord>, Closeable {

  /**
   * Things about the file that a user must be told, one sentence each, known once it is open:
   * "dates are read as day, month, year".
   */
  default List<String> remarks() {
    return List.of();
  }

  /** How many bytes of the file were read so far; -1 where that is not known. */
  default long bytesRead() {
    return -1;
  }

  /**
   * The place where an incomplete file ends ("byte 2,988, after message 41"), known after the last
   * entry; empty when the file is whole.
   */
  default Optional<String> cutOff() {
    return Optional.empty();
  }
}
