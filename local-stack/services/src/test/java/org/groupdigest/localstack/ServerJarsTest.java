package org.groupdigest.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerJarsTest {

  @TempDir Path root;

  private final Properties properties = new Properties();

  @Test
  void aFolderThatIsGivenIsTakenAndNoOther() throws Exception {
    Path given = jars(root.resolve("given"));
    jars(root.resolve("local-stack/kafka-broker/target/lib"));
    properties.setProperty(ServerJars.KAFKA.property(), given.toString());
    assertThat(ServerJars.KAFKA.find(properties, root)).isEqualTo(given);

    properties.setProperty(ServerJars.KAFKA.property(), root.resolve("wrong").toString());
    assertThatThrownBy(() -> ServerJars.KAFKA.find(properties, root))
        .isInstanceOfSatisfying(
            LocalStackException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.MISSING_JARS));
  }

  @Test
  void theRootGivenByTheLauncherComesBeforeTheWorkingDirectory() throws Exception {
    Path home = jars(root.resolve("home/local-stack/kafka-broker/target/lib"));
    jars(root.resolve("cwd/local-stack/kafka-broker/target/lib"));
    properties.setProperty(ServerJars.HOME_PROPERTY, root.resolve("home").toString());
    assertThat(ServerJars.KAFKA.find(properties, root.resolve("cwd"))).isEqualTo(home);
  }

  @Test
  void aModuleBelowTheRootFindsThemUpwards() throws Exception {
    Path jars = jars(root.resolve("local-stack/kafka-broker/target/lib"));
    assertThat(ServerJars.KAFKA.find(properties, root.resolve("job/target"))).isEqualTo(jars);
  }

  @Test
  void aFolderWithoutABrokerDoesNotCount() throws Exception {
    Files.createDirectories(root.resolve("local-stack/kafka-broker/target/lib"));
    assertThatThrownBy(() -> ServerJars.KAFKA.find(properties, root))
        .hasMessageContaining("./mvnw -pl local-stack/kafka-broker package");
  }

  @Test
  void eachServerHasAFolderOfItsOwn() throws Exception {
    Path broker = jars(root.resolve("local-stack/kafka-broker/target/lib"));
    Path graph = Files.createDirectories(root.resolve("local-stack/neo4j-server/target/lib"));
    assertThatThrownBy(() -> ServerJars.NEO4J.find(properties, root))
        .hasMessageContaining("Neo4j server")
        .hasMessageContaining("-Ddigest.neo4j.lib=FOLDER");
    Files.createFile(graph.resolve("neo4j-server-5.26.30.jar"));
    assertThat(ServerJars.NEO4J.find(properties, root)).isEqualTo(graph);
    Path s3 = Files.createDirectories(root.resolve("local-stack/s3-server/target/lib"));
    assertThatThrownBy(() -> ServerJars.S3.find(properties, root))
        .hasMessageContaining("S3 server")
        .hasMessageContaining("-Ddigest.s3.lib=FOLDER");
    Files.createFile(s3.resolve("s3proxy-3.1.0.jar"));
    assertThat(ServerJars.S3.find(properties, root)).isEqualTo(s3);
    assertThat(ServerJars.KAFKA.find(properties, root)).isEqualTo(broker);
  }

  private static Path jars(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.createFile(folder.resolve("kafka_2.13-4.1.1.jar"));
    return folder;
  }
}
