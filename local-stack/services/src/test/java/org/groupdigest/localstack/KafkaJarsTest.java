package org.groupdigest.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaJarsTest {

  @TempDir Path root;

  private final Properties properties = new Properties();

  @Test
  void aFolderThatIsGivenIsTakenAndNoOther() throws Exception {
    Path given = jars(root.resolve("given"));
    jars(root.resolve("local-stack/kafka-broker/target/lib"));
    properties.setProperty(KafkaJars.PROPERTY, given.toString());
    assertThat(KafkaJars.find(properties, root)).isEqualTo(given);

    properties.setProperty(KafkaJars.PROPERTY, root.resolve("wrong").toString());
    assertThatThrownBy(() -> KafkaJars.find(properties, root))
        .isInstanceOfSatisfying(
            LocalStackException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.MISSING_JARS));
  }

  @Test
  void theRootGivenByTheLauncherComesBeforeTheWorkingDirectory() throws Exception {
    Path home = jars(root.resolve("home/local-stack/kafka-broker/target/lib"));
    jars(root.resolve("cwd/local-stack/kafka-broker/target/lib"));
    properties.setProperty(KafkaJars.HOME_PROPERTY, root.resolve("home").toString());
    assertThat(KafkaJars.find(properties, root.resolve("cwd"))).isEqualTo(home);
  }

  @Test
  void aModuleBelowTheRootFindsThemUpwards() throws Exception {
    Path jars = jars(root.resolve("local-stack/kafka-broker/target/lib"));
    assertThat(KafkaJars.find(properties, root.resolve("job/target"))).isEqualTo(jars);
  }

  @Test
  void aFolderWithoutABrokerDoesNotCount() throws Exception {
    Files.createDirectories(root.resolve("local-stack/kafka-broker/target/lib"));
    assertThatThrownBy(() -> KafkaJars.find(properties, root))
        .hasMessageContaining("./mvnw -pl local-stack/kafka-broker package");
  }

  private static Path jars(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.createFile(folder.resolve("kafka_2.13-4.1.1.jar"));
    return folder;
  }
}
