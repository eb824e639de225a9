package org.groupdigest.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFileTest {

  @TempDir Path folder;

  @Test
  void namesTheOwnerAndEveryEndpointAsJson() {
    StackFile.write(folder, 42, List.of(new Named(Service.REDIS, Map.of("uri", "redis://h:1"))));
    assertThat(folder.resolve("stack.json"))
        .hasContent("{\n  \"pid\": 42,\n  \"redis\": {\"uri\": \"redis://h:1\"}\n}");
  }

  @Test
  void quotesAndBackslashesAreEscaped() {
    StackFile.write(folder, 1, List.of(new Named(Service.KAFKA, Map.of("a", "\"\\"))));
    assertThat(folder.resolve("stack.json")).content().contains("\"a\": \"\\\"\\\\\"");
  }

  @Test
  void anOldFileIsReplacedAndCanBeRemovedTwice() {
    StackFile.write(folder, 1, List.of());
    StackFile.write(folder, 2, List.of());
    assertThat(folder.resolve("stack.json")).content().contains("2").doesNotContain("1");
    StackFile.remove(folder);
    StackFile.remove(folder);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderIsRemovedWithAllThatIsInIt() throws Exception {
    Path data = Files.createDirectories(folder.resolve("data/a/b"));
    Files.createFile(data.resolve("file"));
    Folders.remove(folder.resolve("data"));
    Folders.remove(folder.resolve("data"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void portsOutsideTheRangeAndEmptyStacksAreRefused() {
    LocalStackBuilder builder = LocalStack.builder();
    assertThatThrownBy(() -> builder.port(Service.KAFKA, 65_536))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("65536");
    assertThatThrownBy(() -> builder.port(Service.KAFKA, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.services(Set.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private record Named(Service service, Map<String, String> endpoints) implements LocalService {

    @Override
    public int port() {
      return 1;
    }

    @Override
    public void close() {}
  }
}
