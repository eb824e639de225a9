package org.groupdigest.job.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Message;

/** Reads a file of chat messages, whatever its format. */
@FunctionalInterface
public interface MessageFileReader {

  /**
   * The messages of a file by group, groups in order of first appearance.
   *
   * @throws IOException when the file cannot be read; the text says what is wrong without quoting
   *     it
   */
  Map<GroupKey, List<Message>> read(Path file) throws IOException;

  /** The same, with what the file does not tell itself. */
  default Map<GroupKey, List<Message>> read(Path file, ImportOptions options) throws IOException {
    return read(file);
  }

  /** Whether any of the files that were read is cut off; the user has been told. */
  default boolean sawCutOff() {
    return false;
  }

  /** How many entries of the files that were read cannot be used. */
  default int broken() {
    return 0;
  }
}
