package org.groupdigest.job.maintain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.groupdigest.job.model.events.EventEnvelope;

/**
 * Announces removals on Kafka, each event under the key of its group. The client is opened by the
 * first announcement.
 */
final class KafkaAnnouncer implements RemovalAnnouncer, AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(5);

  private final Properties settings = new Properties();
  private KafkaProducer<byte[], byte[]> producer;

  /**
   * @param bootstrapServers brokers
   * @param longest longest wait for the cluster, and for an event to be safe
   */
  KafkaAnnouncer(String bootstrapServers, Duration longest) {
    String millis = Long.toString(longest.toMillis());
    settings.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.setProperty(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
    settings.setProperty(ProducerConfig.ACKS_CONFIG, "all");
    settings.setProperty(ProducerConfig.LINGER_MS_CONFIG, "0");
    settings.setProperty(ProducerConfig.MAX_BLOCK_MS_CONFIG, millis);
    settings.setProperty(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis);
    settings.setProperty(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
  }

  @Override
  public void announce(List<EventEnvelope> removals) {
    try {
      List<Future<?>> sent = new ArrayList<>();
      removals.forEach(event -> sent.add(producer().send(record(event))));
      producer().flush();
      for (Future<?> each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (KafkaException e) {
      throw failure(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StepFailure("interrupted");
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    if (producer == null) {
      producer =
          new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }
    return producer;
  }

  private static ProducerRecord<byte[], byte[]> record(EventEnvelope event) {
    return new ProducerRecord<>(
        event.eventType().topic(),
        event.key().getBytes(StandardCharsets.UTF_8),
        event.toJson().getBytes(StandardCharsets.UTF_8));
  }

  private static StepFailure failure(Throwable cause) {
    return new StepFailure(cause instanceof TimeoutException ? "kafka_timeout" : "kafka_failed");
  }

  @Override
  public void close() {
    if (producer != null) {
      producer.close(CLOSING);
    }
  }
}
