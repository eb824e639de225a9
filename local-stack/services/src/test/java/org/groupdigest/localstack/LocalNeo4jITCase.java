package org.groupdigest.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalNeo4jITCase {

  @TempDir Path temporary;

  @Test
  void servesOnItsPortAloneAndKeepsItsPasswordWithItsData() throws Exception {
    Path folder = temporary.resolve("folder with spaces");
    String password;
    int port;
    try (LocalStack stack = graphOnly(folder).start()) {
      LocalNeo4j neo4j = stack.neo4j();
      password = neo4j.password();
      port = neo4j.port();
      assertThat(password).hasSize(32);
      assertThat(neo4j.uri()).isEqualTo("bolt://127.0.0.1:" + port);
      assertThat(folder.resolve("stack.json")).content().contains(neo4j.uri(), password);
      assertThat(folder.resolve("neo4j/data/databases/neo4j")).isDirectory();
      assertThatThrownBy(stack::redis).hasMessageContaining("Redis is not part");
    }
    assertThat(Ports.isFree(port)).isTrue();
    assertThat(folder.resolve("neo4j/neo4j.pid")).doesNotExist();

    try (LocalStack again = graphOnly(folder).port(Service.NEO4J, port).start()) {
      assertThat(again.neo4j().port()).isEqualTo(port);
      assertThat(again.neo4j().password()).isEqualTo(password);
    }
    assertThat(Files.readString(folder.resolve("neo4j/neo4j.log"))).doesNotContain(password);
  }

  private static LocalStackBuilder graphOnly(Path folder) {
    return LocalStack.builder().folder(folder).services(EnumSet.of(Service.NEO4J));
  }
}
