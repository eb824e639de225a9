package org.groupdigest.connectors.kafka;

import java.util.List;
import java.util.Objects;
import java.util.Properties;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;

/**
 * Builds sources of raw records that see committed transactions only and start where the group has
 * committed, else at the beginning.
 *
 * <pre>{@code
 * KafkaSource<KafkaRecord> messages =
 *     KafkaSources.reading("localhost:9092", "group.message.ingested").groupId("windows").build();
 * }</pre>
 */
public final class KafkaSources {
  private final String bootstrapServers;
  private final List<String> topics;
  private final Properties properties = new Properties();
  private String groupId;
  private boolean bounded;

  private KafkaSources(String bootstrapServers, List<String> topics) {
    this.bootstrapServers = bootstrapServers;
    this.topics = topics;
    // Room for one record of the largest size that sinks write.
    property(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, KafkaSinks.MAX_REQUEST_BYTES);
    property("partition.discovery.interval.ms", 60_000);
  }

  /** Starts with the two things that every source needs. */
  public static KafkaSources reading(String bootstrapServers, String... topics) {
    return new KafkaSources(bootstrapServers, List.of(topics));
  }

  /** Group that offsets are committed under, for operators to see; mandatory. */
  public KafkaSources groupId(String id) {
    groupId = id;
    return this;
  }

  /** Ends at the offsets that are the last at the start; for tests and replays. */
  public KafkaSources untilNow() {
    bounded = true;
    return this;
  }

  /** Sets a consumer property; what this class promises cannot be changed by it. */
  public KafkaSources property(String name, Object value) {
    properties.setProperty(name, value.toString());
    return this;
  }

  /** Builds the source; generic types are not used. */
  public KafkaSource<KafkaRecord> build() {
    Objects.requireNonNull(groupId, "groupId");
    properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    var source =
        KafkaSource.<KafkaRecord>builder()
            .setBootstrapServers(bootstrapServers)
            .setTopics(topics)
            .setGroupId(groupId)
            .setClientIdPrefix(groupId)
            .setStartingOffsets(committedElseEarliest())
            .setDeserializer(new KafkaRecordDeserializer())
            .setProperties(properties);
    return (bounded ? source.setBounded(OffsetsInitializer.latest()) : source).build();
  }

  // Kafka 4 deprecates the enum, Flink's connector has no other way to say it.
  @SuppressWarnings("deprecation")
  private static OffsetsInitializer committedElseEarliest() {
    return OffsetsInitializer.committedOffsets(OffsetResetStrategy.EARLIEST);
  }
}
