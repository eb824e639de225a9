package org.groupdigest.job.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.connectors.kafka.TopicSpec;

/**
 * Reads {@code flink-conf/topics.txt}: a topic a line with partitions, clean-up policy and largest
 * record in bytes; {@code #} starts a comment.
 */
public final class TopicFile {

  private static final int COLUMNS = 4;

  private TopicFile() {}

  /**
   * The topics of a file, with one replica each.
   *
   * @throws IOException when it cannot be read, or a line has not four columns
   */
  public static List<TopicSpec> read(Path file) throws IOException {
    List<TopicSpec> topics = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#")) {
        topics.add(topic(line, file));
      }
    }
    return topics;
  }

  private static TopicSpec topic(String line, Path file) throws IOException {
    String[] columns = line.trim().split("\\s+");
    if (columns.length != COLUMNS) {
      throw new IOException(file + ": a topic has a name and three settings");
    }
    return TopicSpec.of(columns[0], Integer.parseInt(columns[1]), 1)
        .with("cleanup.policy", columns[2])
        .with("max.message.bytes", columns[3]);
  }
}
