package org.groupdigest.connectors.kafka;

import java.util.Map;

/**
 * A topic as it should be.
 *
 * @param name name
 * @param partitions number of partitions
 * @param replicas copies of each
 * @param settings topic settings by name, such as {@code cleanup.policy}; others are the broker's
 */
public record TopicSpec(String name, int partitions, short replicas, Map<String, String> settings) {
  /** A topic with the broker's settings. */
  public static TopicSpec of(String name, int partitions, int replicas) {
    return new TopicSpec(name, partitions, (short) replicas, Map.of());
  }

  /** The same with one more setting. */
  public TopicSpec with(String setting, String value) {
    Map<String, String> more = new java.util.TreeMap<>(settings);
    more.put(setting, value);
    return new TopicSpec(name, partitions, replicas, Map.copyOf(more));
  }
}
