package org.groupdigest.job.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.pipeline.TopicNames;

/**
 * The product's topics from outside: sends what comes in, and follows what goes out, committed
 * transactions only, from the moment it was made.
 */
final class TestTopics implements AutoCloseable {

  private static final List<String> INPUTS =
      List.of(
          TopicNames.MESSAGES,
          TopicNames.POLICIES,
          TopicNames.REQUESTS,
          TopicNames.ERASURES,
          TopicNames.RETENTION);

  /** What one of the product's jobs writes and another reads. */
  private static final List<String> BETWEEN_JOBS =
      List.of(TopicNames.WINDOW_READY, TopicNames.ERASED, TopicNames.PERSISTED, TopicNames.REMOVED);

  private static final int LARGEST_REQUEST = 8 << 20;

  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<Out> seen = new ArrayList<>();

  /**
   * Opens the topics; what stands in them already is not for the consumer group of this test.
   *
   * @param servers bootstrap servers
   * @param consumerGroup group of the job under test
   */
  TestTopics(String servers, String consumerGroup) throws Exception {
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers", servers, "max.request.size", LARGEST_REQUEST, "acks", "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", servers, "isolation.level", "read_committed"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    followFromNow();
    startFromNow(servers, consumerGroup);
  }

  private void followFromNow() {
    List<TopicPartition> outputs =
        TopicNames.ALL.stream()
            .filter(topic -> !INPUTS.contains(topic))
            .flatMap(topic -> partitions(topic).stream())
            .toList();
    consumer.assign(outputs);
    consumer.seekToEnd(outputs);
    outputs.forEach(consumer::position);
  }

  private void startFromNow(String servers, String group) throws Exception {
    List<TopicPartition> read =
        Stream.concat(INPUTS.stream(), BETWEEN_JOBS.stream())
            .flatMap(topic -> partitions(topic).stream())
            .toList();
    Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
    consumer
        .endOffsets(read)
        .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end)));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
      admin.alterConsumerGroupOffsets(group, ends).all().get();
      for (DerivedStores.Store store : DerivedStores.Store.values()) {
        String own = StoreJobs.consumerGroup(group, store.pipeline());
        admin.alterConsumerGroupOffsets(own, ends).all().get();
      }
    }
  }

  private List<TopicPartition> partitions(String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  /** Sends records and waits until the broker has them all; gives the partitions they are in. */
  Set<Integer> send(List<IngestRecord> records) throws ExecutionException, InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    for (IngestRecord record : records) {
      sent.add(
          producer.send(
              new ProducerRecord<>(TopicNames.MESSAGES, bytes(record.key()), record.value())));
    }
    Set<Integer> partitions = new TreeSet<>();
    for (Future<RecordMetadata> each : sent) {
      partitions.add(each.get().partition());
    }
    return partitions;
  }

  /** Sends one record and tells where it stands. */
  RecordMetadata send(IngestRecord record) throws ExecutionException, InterruptedException {
    return producer
        .send(new ProducerRecord<>(TopicNames.MESSAGES, bytes(record.key()), record.value()))
        .get();
  }

  /** Sends a tenant's policy. */
  void policy(String tenant, String json) throws ExecutionException, InterruptedException {
    producer.send(new ProducerRecord<>(TopicNames.POLICIES, bytes(tenant), bytes(json))).get();
  }

  /** Sends a record of a control topic. */
  void control(String topic, String key, String json)
      throws ExecutionException, InterruptedException {
    producer.send(new ProducerRecord<>(topic, bytes(key), bytes(json))).get();
  }

  /** Everything that went out since the topics were opened, as far as it is committed. */
  List<Out> out() {
    var polled = consumer.poll(Duration.ofMillis(200));
    while (!polled.isEmpty()) {
      for (ConsumerRecord<byte[], byte[]> record : polled) {
        seen.add(
            new Out(record.topic(), record.partition(), text(record.key()), text(record.value())));
      }
      polled = consumer.poll(Duration.ofMillis(100));
    }
    return List.copyOf(seen);
  }

  /** A record that went out. */
  record Out(String topic, int partition, String key, String value) {

    JsonNode json() {
      return Json.read(value, JsonNode.class);
    }

    String tenant() {
      return json().path("tenant_id").asText();
    }

    JsonNode payload() {
      return json().path("payload");
    }

    boolean isOf(String topicName, String tenant) {
      return topic.equals(topicName) && tenant().equals(tenant);
    }
  }

  /** Key of a group's records. */
  static String key(String tenant, String group) {
    return new GroupKey(tenant, group).encoded();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }
}
