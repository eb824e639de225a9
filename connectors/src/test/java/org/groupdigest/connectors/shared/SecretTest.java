package org.groupdigest.connectors.shared;

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
    assertThat(secret.in(Map.of("KEY", "open sesame"))).isEqualTo("open sesame");
  }

  @Test
  void aFileIsReadWithoutItsLineEnd() throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "open sesame\n");
    assertThat(Secret.file(file).get()).isEqualTo("open sesame");
  }

  @Test
  void aMissingOrEmptySecretIsSaidByItsPlace() throws Exception {
    Path empty = Files.writeString(folder.resolve("empty"), " \n");
    assertThatThrownBy(() -> Secret.environment("KEY").in(Map.of()))
        .isInstanceOfSatisfying(
            StoreException.class, e -> assertThat(e.code()).isEqualTo("no_secret"))
        .hasMessage("environment variable KEY: no_secret");
    assertThatThrownBy(() -> Secret.file(empty).get()).hasMessage("file " + empty + ": no_secret");
    assertThatThrownBy(() -> Secret.file(folder.resolve("none")).get())
        .isInstanceOf(StoreException.class);
  }

  @Test
  void aPlaceNeedsAName() {
    assertThatThrownBy(() -> Secret.environment(" ")).isInstanceOf(IllegalArgumentException.class);
  }
}
