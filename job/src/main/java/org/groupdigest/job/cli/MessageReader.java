package org.groupdigest.job.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Message;

/** Reads a file of chat messages. */
@FunctionalInterface
interface MessageReader {

  /**
   * The messages of a file by group.
   *
   * @return groups in the order of their first message, messages in the order of the file
   * @throws IOException when the file cannot be read as a whole; its message is fit to be shown
   */
  Map<GroupKey, List<Message>> read(Path file) throws IOException;
}
