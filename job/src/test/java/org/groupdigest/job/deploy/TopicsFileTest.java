package org.groupdigest.job.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.groupdigest.connectors.kafka.TopicSpec;
import org.groupdigest.job.local.TopicFile;
import org.groupdigest.job.model.events.EventType;
import org.groupdigest.job.pipeline.TopicNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The topics' file and the code speak of the same topics. */
class TopicsFileTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Path TOPICS = ROOT.resolve("flink-conf/topics.txt");

  @TempDir Path folder;

  @Test
  void theFileHasEveryTopicOfTheProductAndNoOther() throws Exception {
    assertThat(TopicFile.read(TOPICS).stream().map(TopicSpec::name))
        .containsExactlyElementsOf(TopicNames.ALL);
  }

  @Test
  void theProductsTopicsAreItsInputsAndThoseOfItsEvents() {
    Stream<String> inputs =
        Stream.of(
            TopicNames.MESSAGES,
            TopicNames.POLICIES,
            TopicNames.REQUESTS,
            TopicNames.ERASURES,
            TopicNames.RETENTION);
    Stream<String> events = Arrays.stream(EventType.values()).map(EventType::topic);
    assertThat(TopicNames.ALL)
        .containsExactlyInAnyOrderElementsOf(Stream.concat(inputs, events).toList());
  }

  @Test
  void messagesBearTheTimeAtWhichTheBrokerTookThem() throws Exception {
    assertThat(settings(TopicNames.MESSAGES))
        .containsEntry("message.timestamp.type", "LogAppendTime");
  }

  @Test
  void policiesAreKeptAndEverythingElsePasses() throws Exception {
    for (TopicSpec topic : TopicFile.read(TOPICS)) {
      assertThat(topic.settings())
          .containsEntry(
              "cleanup.policy", topic.name().equals(TopicNames.POLICIES) ? "compact" : "delete");
      assertThat(topic.partitions()).isBetween(1, 16);
      assertThat(Integer.parseInt(topic.settings().get("max.message.bytes")))
          .isBetween(1 << 20, 8 << 20);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"name", "name many", "name 0", "name 1 cleanup", "name 1 =x"})
  void aLineThatCannotBeUsedIsRefused(String line) throws Exception {
    Path file = Files.writeString(folder.resolve("topics.txt"), "# topics\n\n" + line + "\n");
    assertThatThrownBy(() -> TopicFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void theScriptGivesKafkaTheSameTopics() throws Exception {
    Path tool = Files.writeString(folder.resolve("kafka-topics.sh"), "#!/bin/sh\necho \"$@\"\n");
    assertThat(tool.toFile().setExecutable(true)).isTrue();
    ProcessBuilder script =
        new ProcessBuilder(
            "bash",
            ROOT.resolve("flink-conf/create-topics.sh").toString(),
            "k:1",
            TOPICS.toString());
    script.environment().merge("PATH", folder.toString(), (path, tools) -> tools + ":" + path);
    Process process = script.redirectErrorStream(true).start();
    List<String> calls =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertThat(process.waitFor()).isZero();
    List<TopicSpec> topics = TopicFile.read(TOPICS);
    assertThat(calls).hasSameSizeAs(topics);
    for (int i = 0; i < calls.size(); i++) {
      String call = calls.get(i);
      TopicSpec topic = topics.get(i);
      assertThat(call)
          .contains("--bootstrap-server k:1", "--topic " + topic.name() + " ")
          .contains("--partitions " + topic.partitions() + " ");
      topic.settings().forEach((k, v) -> assertThat(call).contains("--config " + k + "=" + v));
    }
  }

  private static Map<String, String> settings(String name) throws IOException {
    return TopicFile.read(TOPICS).stream()
        .filter(topic -> topic.name().equals(name))
        .findFirst()
        .orElseThrow()
        .settings();
  }
}
