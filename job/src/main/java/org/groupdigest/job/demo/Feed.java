package org.groupdigest.job.demo;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.groupdigest.job.model.DeterministicIds;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.pipeline.TopicNames;

/** Sends the sample's policy and messages to Kafka, as a producer of the product's input would. */
public final class Feed {

  private final String bootstrapServers;

  /**
   * @param bootstrapServers Kafka
   */
  public Feed(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** Sends all and waits until the broker has everything. */
  public void send(SampleChat chat) throws ExecutionException, InterruptedException {
    Properties properties = new Properties();
    properties.setProperty(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.setProperty(ProducerConfig.ACKS_CONFIG, "all");
    List<Future<?>> sent = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
      sent.add(producer.send(record(TopicNames.POLICIES, SampleChat.TENANT, policy())));
      for (SampleChat.Sent record : chat.records()) {
        sent.add(
            producer.send(
                new ProducerRecord<>(
                    TopicNames.MESSAGES,
                    record.key().getBytes(StandardCharsets.UTF_8),
                    record.value())));
      }
      for (Future<?> each : sent) {
        each.get();
      }
    }
  }

  private static ProducerRecord<byte[], byte[]> record(String topic, String key, String json) {
    return new ProducerRecord<>(
        topic, key.getBytes(StandardCharsets.UTF_8), json.getBytes(StandardCharsets.UTF_8));
  }

  private static String policy() {
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("event_id", DeterministicIds.of("event", "demo-policy"));
    event.put("event_type", "digest.tenant.policy.v1");
    event.put("tenant_id", SampleChat.TENANT);
    event.put("occurred_at", Instant.EPOCH);
    event.put("source", "demo");
    event.put(
        "payload",
        Map.of(
            "window_hours", List.of(24),
            "time_zone", SampleChat.TIME_ZONE,
            "delivery", List.of(Map.of("channel", "telegram", "address", "-1001234567890"))));
    return Json.write(event);
  }
}
