package org.groupdigest.connectors.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretTest {
  @TempDir Path folder;

  @Test
  void aVariableOfTheEnvironmentIsReadWhenItIsNeeded() throws Exception {
    Secret secret = Secret.environment("KEY");
    assertThat(secret.resolve(Map.of("KEY", "open sesame"))).isEqualTo("open sesame");
  }

  @Test
  void aFileIsReadWithoutItsLineEnd() throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "open sesame\n");
    assertThat(Secret.file(file).resolve()).isEqualTo("open sesame");
  }

  @Test
  void aMissingOrEmptySecretIsSaidByItsPlace() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty"), " \n");
    assertThatThrownBy(() -> Secret.environment("KEY").resolve(Map.of()))
        .isInstanceOfSatisfying(
            StoreAccessException.class, e -> assertThat(e.code()).isEqualTo("no_secret"))
        .hasMessage("no secret in environment variable KEY");
    assertThatThrownBy(() -> Secret.file(empty).resolve()).hasMessage("no secret in file " + empty);
    assertThatThrownBy(() -> Secret.file(folder.resolve("none")).resolve())
        .isInstanceOf(StoreAccessException.class);
  }

  @Test
  void aPlaceNeedsAName() {
    assertThatThrownBy(() -> Secret.environment(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
