package org.groupdigest.connectors.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;

/** Sees to it that topics exist. What is there is compared, never changed. */
public final class Topics {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Admin admin;

  private Topics(Admin admin) {
    this.admin = admin;
  }

  /**
   * What was done and what an operator should look at.
   *
   * @param created topics that were missing
   * @param differences one line for each way in which a topic is not as it should be
   */
  public record Report(List<String> created, List<String> differences) {}

  /**
   * Creates the topics that are missing.
   *
   * @throws KafkaException when the broker cannot be reached or refuses
   */
  public static Report ensure(String bootstrapServers, List<TopicSpec> wanted) {
    Map<String, Object> settings =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            (int) LIMIT.toMillis());
    try (Admin admin = Admin.create(settings)) {
      return new Topics(admin).ensure(wanted);
    }
  }

  private Report ensure(List<TopicSpec> wanted) {
    Set<String> existing = get(admin.listTopics().names());
    List<String> created = new ArrayList<>();
    List<TopicSpec> found = new ArrayList<>();
    for (TopicSpec topic : wanted) {
      if (!existing.contains(topic.name()) && create(topic)) {
        created.add(topic.name());
      } else {
        found.add(topic);
      }
    }
    return new Report(List.copyOf(created), differences(found));
  }

  /** False when somebody else was faster. */
  private boolean create(TopicSpec topic) {
    NewTopic request =
        new NewTopic(topic.name(), topic.partitions(), topic.replicas()).configs(topic.settings());
    try {
      get(admin.createTopics(List.of(request)).all());
      return true;
    } catch (TopicExistsException e) {
      return false;
    }
  }

  private List<String> differences(List<TopicSpec> topics) {
    List<String> names = topics.stream().map(TopicSpec::name).toList();
    Map<String, TopicDescription> shapes = get(admin.describeTopics(names).allTopicNames());
    Map<ConfigResource, Config> settings = get(admin.describeConfigs(resources(names)).all());
    List<String> lines = new ArrayList<>();
    for (TopicSpec topic : topics) {
      int partitions = shapes.get(topic.name()).partitions().size();
      compare(lines, topic.name(), "partitions", topic.partitions(), partitions);
      Config config = settings.get(resource(topic.name()));
      new TreeMap<>(topic.settings())
          .forEach((name, value) -> compare(lines, topic.name(), name, value, value(config, name)));
    }
    return List.copyOf(lines);
  }

  private static String value(Config config, String name) {
    ConfigEntry entry = config.get(name);
    return entry == null ? null : entry.value();
  }

  private static void compare(
      List<String> lines, String topic, String what, Object wanted, Object found) {
    if (!wanted.equals(found)) {
      lines.add(topic + ": " + what + " is " + found + ", should be " + wanted);
    }
  }

  private static Collection<ConfigResource> resources(List<String> names) {
    return names.stream().map(Topics::resource).toList();
  }

  private static ConfigResource resource(String topic) {
    return new ConfigResource(ConfigResource.Type.TOPIC, topic);
  }

  private static <T> T get(KafkaFuture<T> future) {
    try {
      return future.get(LIMIT.toSeconds() + 5, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException refusal
          ? refusal
          : new KafkaException(e.getCause());
    } catch (TimeoutException e) {
      throw new org.apache.kafka.common.errors.TimeoutException("no answer from Kafka", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new KafkaException("interrupted", e);
    }
  }
}
