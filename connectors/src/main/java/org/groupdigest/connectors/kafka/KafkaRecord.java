package org.groupdigest.connectors.kafka;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * A record as it lies in Kafka, nothing parsed.
 *
 * @param topic topic
 * @param partition partition
 * @param offset offset
 * @param timestamp the record's time in milliseconds: the broker's if the topic says {@code
 *     message.timestamp.type=LogAppendTime}, else the producer's
 * @param key key, or null
 * @param value value, or null for a tombstone
 * @param headers last value of each header as UTF-8, empty without any
 */
// Arrays are what Kafka gives and Flink writes without a copy; equality is by content, see below.
@SuppressWarnings("ArrayRecordComponent")
public record KafkaRecord(
    String topic,
    int partition,
    long offset,
    long timestamp,
    byte[] key,
    byte[] value,
    Map<String, String> headers) {
  @Override
  public boolean equals(Object other) {
    return other instanceof KafkaRecord that
        && topic.equals(that.topic)
        && partition == that.partition
        && offset == that.offset
        && timestamp == that.timestamp
        && Arrays.equals(key, that.key)
        && Arrays.equals(value, that.value)
        && headers.equals(that.headers);
  }

  @Override
  public int hashCode() {
    return Objects.hash(topic, partition, offset);
  }

  /** Where it lies, without what it says. */
  @Override
  public String toString() {
    return "KafkaRecord[" + topic + "-" + partition + "@" + offset + "]";
  }
}
