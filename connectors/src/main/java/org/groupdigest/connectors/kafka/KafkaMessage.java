package org.groupdigest.connectors.kafka;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * A record to be written.
 *
 * @param topic topic
 * @param key key, or null for any partition
 * @param value value, or null for a tombstone
 * @param headers headers, may be empty
 */
// Arrays are what Kafka gives and Flink writes without a copy; equality is by content, see below.
@SuppressWarnings("ArrayRecordComponent")
public record KafkaMessage(String topic, byte[] key, byte[] value, Map<String, String> headers) {
  /** A record without headers. */
  public static KafkaMessage of(String topic, byte[] key, byte[] value) {
    return new KafkaMessage(topic, key, value, Map.of());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof KafkaMessage that
        && topic.equals(that.topic)
        && Arrays.equals(key, that.key)
        && Arrays.equals(value, that.value)
        && headers.equals(that.headers);
  }

  @Override
  public int hashCode() {
    return Objects.hash(topic, Arrays.hashCode(key), Arrays.hashCode(value));
  }

  /** Where it goes, without what it says. */
  @Override
  public String toString() {
    return "KafkaMessage[" + topic + "]";
  }
}
