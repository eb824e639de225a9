package org.groupdigest.job.maintain;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.groupdigest.connectors.kafka.TopicSpec;
import org.groupdigest.connectors.kafka.Topics;
import org.groupdigest.connectors.s3.S3Config;
import org.groupdigest.connectors.s3.S3Credentials;
import org.groupdigest.connectors.shared.Secret;
import org.groupdigest.job.model.events.EventType;
import org.groupdigest.localstack.LocalS3;
import org.groupdigest.localstack.LocalStack;
import org.groupdigest.localstack.Service;

/** Kafka and S3 beside {@link TestStores}, and settings that lead to all of them. */
final class MaintenanceServers implements AutoCloseable {
  private static final String TOPIC = EventType.REMOVED.topic();

  private final Path home;
  private final LocalStack servers;

  MaintenanceServers(Path home) throws IOException {
    this.home = home;
    servers =
        LocalStack.builder()
            .folder(home.resolve("servers"))
            .services(EnumSet.of(Service.KAFKA, Service.S3))
            .start();
    file("access", LocalS3.ACCESS_KEY);
    file("secret", LocalS3.SECRET_KEY);
    Topics.ensure(servers.kafka().bootstrapServers(), List.of(TopicSpec.of(TOPIC, 2, 1)));
  }

  /** A file with a text. */
  String file(String name, String text) throws IOException {
    return Files.writeString(home.resolve(name), text).toString();
  }

  /** Digests of the last ten days are kept, their artifacts for three. */
  Map<String, String> settings(TestStores stores) {
    Map<String, String> settings = new HashMap<>();
    settings.put("DIGEST_POSTGRES_URL", stores.config().url());
    settings.put("DIGEST_POSTGRES_USER", stores.config().user());
    settings.put("DIGEST_POSTGRES_PASSWORD", stores.config().password());
    settings.put("DIGEST_REDIS_URI", stores.redisUri);
    settings.put("DIGEST_KAFKA_BOOTSTRAP_SERVERS", servers.kafka().bootstrapServers());
    settings.put("DIGEST_S3_BUCKET", LocalS3.BUCKET);
    settings.put("DIGEST_S3_ENDPOINT", servers.s3().endpoint());
    settings.put("DIGEST_S3_PATH_STYLE", "true");
    settings.put("DIGEST_S3_ACCESS_KEY_FILE", home.resolve("access").toString());
    settings.put("DIGEST_S3_SECRET_KEY_FILE", home.resolve("secret").toString());
    settings.put("DIGEST_RETENTION_DIGEST_DAYS", "10");
    settings.put("DIGEST_RETENTION_ARTIFACT_DAYS", "3");
    return settings;
  }

  S3Config bucket() {
    S3Credentials keys =
        S3Credentials.keys(
            Secret.file(home.resolve("access")), Secret.file(home.resolve("secret")));
    return S3Config.aws(LocalS3.BUCKET, "us-east-1", keys).at(URI.create(servers.s3().endpoint()));
  }

  /** Every removal that was announced so far, as a reader of committed records sees it. */
  List<ConsumerRecord<String, String>> announced() {
    Properties properties = new Properties();
    properties.setProperty(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers.kafka().bootstrapServers());
    properties.setProperty(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(TOPIC).stream()
              .map(found -> new TopicPartition(found.topic(), found.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, String>> records = new ArrayList<>();
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
      }
      return records;
    }
  }

  @Override
  public void close() {
    servers.close();
  }
}
