package org.groupdigest.job.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.groupdigest.job.ingest.ControlParser;
import org.groupdigest.job.ingest.PolicyReader;
import org.groupdigest.job.model.SourcePosition;
import org.groupdigest.job.model.TenantPolicy;
import org.groupdigest.job.pipeline.Maskers;
import org.groupdigest.job.pipeline.TopicNames;
import org.groupdigest.job.window.InitialPolicies;

/** Reads the policies that stand in the topic when a job starts. */
public final class PolicySnapshot {

  private static final Duration POLL = Duration.ofMillis(200);

  private PolicySnapshot() {}

  /**
   * Reads the topic up to its present end. Invalid records are left to the job, which makes dead
   * letters of them.
   */
  public static InitialPolicies read(String bootstrapServers, String piiKey) {
    ControlParser<TenantPolicy> parser = PolicyReader.parser(Maskers.withKey(piiKey));
    List<TenantPolicy> policies = new ArrayList<>();
    Properties properties = new Properties();
    properties.setProperty(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TopicNames.POLICIES).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream().anyMatch(e -> consumer.position(e.getKey()) < e.getValue())) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
          parse(parser, record, policies);
        }
      }
    }
    return InitialPolicies.of(policies);
  }

  private static void parse(
      ControlParser<TenantPolicy> parser,
      ConsumerRecord<byte[], byte[]> record,
      List<TenantPolicy> policies) {
    if (record.value() != null) {
      parser.parse(
          record.value(),
          new SourcePosition(record.topic(), record.partition(), record.offset()),
          Instant.ofEpochMilli(record.timestamp()),
          (policy, time) -> policies.add(policy),
          letter -> {});
    }
  }
}
