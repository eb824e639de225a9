package org.groupdigest.connectors.kafka;

import java.time.Duration;
import java.util.Properties;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * Builds sinks of {@link KafkaMessage}.
 *
 * <pre>{@code
 * KafkaSink<KafkaMessage> ready = KafkaSinks.exactlyOnce("localhost:9092", "windows-ready").build();
 * KafkaSink<KafkaMessage> events = KafkaSinks.atLeastOnce("localhost:9092").build();
 * }</pre>
 */
public final class KafkaSinks {
  /** Largest record: a window's hand-over with 400 messages fits well. Topics must allow it too. */
  public static final int MAX_REQUEST_BYTES = 8 * 1024 * 1024;

  /**
   * How long a transaction may stay open. Under the broker's own maximum ({@code
   * transaction.max.timeout.ms}, 15 min), over the longest time from one checkpoint to the end of a
   * recovery: after it the broker aborts, and what was written since the checkpoint is lost.
   */
  public static final Duration TRANSACTION_TIMEOUT = Duration.ofMinutes(10);

  private final String bootstrapServers;
  private final DeliveryGuarantee guarantee;
  private final String transactionalIdPrefix;
  private final Properties properties = new Properties();

  private KafkaSinks(String bootstrapServers, DeliveryGuarantee guarantee, String prefix) {
    this.bootstrapServers = bootstrapServers;
    this.guarantee = guarantee;
    this.transactionalIdPrefix = prefix;
    property(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    property(ProducerConfig.LINGER_MS_CONFIG, 20);
  }

  /**
   * Writes in transactions that commit with checkpoints.
   *
   * @param transactionalIdPrefix unique to one sink of one job in the whole Kafka cluster, and the
   *     same after a restart
   */
  public static KafkaSinks exactlyOnce(String bootstrapServers, String transactionalIdPrefix) {
    if (transactionalIdPrefix == null || transactionalIdPrefix.isBlank()) {
      throw new IllegalArgumentException("an exactly-once sink needs a transactional id prefix");
    }
    return new KafkaSinks(bootstrapServers, DeliveryGuarantee.EXACTLY_ONCE, transactionalIdPrefix);
  }

  /** Writes at once, and again after a failure: for records that bear deterministic ids. */
  public static KafkaSinks atLeastOnce(String bootstrapServers) {
    return new KafkaSinks(bootstrapServers, DeliveryGuarantee.AT_LEAST_ONCE, null);
  }

  /** Sets a producer property; what this class promises cannot be changed by it. */
  public KafkaSinks property(String name, Object value) {
    properties.setProperty(name, value.toString());
    return this;
  }

  /** Builds the sink. */
  public KafkaSink<KafkaMessage> build() {
    var sink =
        KafkaSink.<KafkaMessage>builder()
            .setBootstrapServers(bootstrapServers)
            .setKafkaProducerConfig(producerProperties())
            .setRecordSerializer(new KafkaMessageSerializer())
            .setDeliveryGuarantee(guarantee);
    return transactionalIdPrefix == null
        ? sink.build()
        : sink.setTransactionalIdPrefix(transactionalIdPrefix).build();
  }

  Properties producerProperties() {
    Properties all = new Properties();
    all.putAll(properties);
    all.setProperty(ProducerConfig.ACKS_CONFIG, "all");
    all.setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    all.setProperty(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(MAX_REQUEST_BYTES));
    all.setProperty(
        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, Long.toString(TRANSACTION_TIMEOUT.toMillis()));
    return all;
  }
}
