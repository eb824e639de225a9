package org.groupdigest.job.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.groupdigest.connectors.kafka.TopicSpec;

/**
 * Reads {@code flink-conf/topics.txt}: a topic a line with its partitions and any number of topic
 * settings as {@code name=value}; {@code #} starts a comment.
 */
public final class TopicFile {

  private static final int FIRST_SETTING = 2;

  private TopicFile() {}

  /**
   * The topics of a file, with one replica each.
   *
   * @throws IOException when it cannot be read, or a line is not as it should be
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
    if (columns.length < FIRST_SETTING || !columns[1].matches("[1-9][0-9]{0,4}")) {
      throw new IOException(file + ": a topic has a name and a number of partitions");
    }
    TopicSpec topic = TopicSpec.of(columns[0], Integer.parseInt(columns[1]), 1);
    for (String setting : Arrays.asList(columns).subList(FIRST_SETTING, columns.length)) {
      int equals = setting.indexOf('=');
      if (equals <= 0) {
        throw new IOException(file + ": a setting of a topic is name=value");
      }
      topic = topic.with(setting.substring(0, equals), setting.substring(equals + 1));
    }
    return topic;
  }
}
