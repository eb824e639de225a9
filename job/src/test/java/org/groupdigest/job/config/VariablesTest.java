package org.groupdigest.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A settings file, and the environment over it. */
class VariablesTest {

  @TempDir Path folder;

  private Path file;

  @BeforeEach
  void writeFile() throws Exception {
    file = folder.resolve("настройки.properties");
    Files.writeString(
        file, "# about\nDIGEST_MIN_MESSAGES=3\nDIGEST_AGENT_CANARY_TENANTS=ромашка\n");
  }

  @Test
  void theEnvironmentWinsOverTheFile() {
    Map<String, String> variables = Variables.of(file, Map.of("DIGEST_MIN_MESSAGES", "5"));
    assertThat(variables)
        .containsEntry("DIGEST_MIN_MESSAGES", "5")
        .containsEntry("DIGEST_AGENT_CANARY_TENANTS", "ромашка");
  }

  @Test
  void aBlankVariableDoesNotHideTheFile() {
    assertThat(Variables.of(file, Map.of("DIGEST_MIN_MESSAGES", "")))
        .containsEntry("DIGEST_MIN_MESSAGES", "3");
  }

  @Test
  void theEnvironmentNamesTheFileUnlessOneIsGiven() throws Exception {
    Path other = Files.writeString(folder.resolve("other"), "DIGEST_MIN_MESSAGES=9\n");
    Map<String, String> environment = Map.of(Variables.FILE, file.toString());
    assertThat(Variables.of(null, environment)).containsEntry("DIGEST_MIN_MESSAGES", "3");
    assertThat(Variables.of(other, environment)).containsEntry("DIGEST_MIN_MESSAGES", "9");
  }

  @Test
  void withoutAFileTheEnvironmentIsAll() {
    assertThat(Variables.of(null, Map.of("A", "1"))).containsExactly(Map.entry("A", "1"));
  }

  @Test
  void aMissingFileIsNamed() {
    Path missing = folder.resolve("missing");
    assertThatThrownBy(() -> Variables.of(missing, Map.of()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining(missing.toString());
  }

  @Test
  void aBrokenFileDoesNotShowWhatItHolds() throws Exception {
    Path broken = Files.writeString(folder.resolve("broken"), "DIGEST_PII_KEY=secret\\u00zz\n");
    assertThatThrownBy(() -> Variables.of(broken, Map.of()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("broken")
        .hasStackTraceContaining("broken escape")
        .message()
        .doesNotContain("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"DIGEST_LLM_API_KEY", "GIGACHAT_AUTH_KEY"})
  void aFileThatHoldsAKeyOfALanguageModelIsRefused(String key) throws Exception {
    Path leaking = Files.writeString(folder.resolve("leaking"), key + "=very-secret\n");
    assertThatThrownBy(() -> Variables.of(leaking, Map.of()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("leaking")
        .hasMessageContaining(key)
        .message()
        .doesNotContain("very-secret");
    assertThat(Variables.of(file, Map.of(key, "x"))).containsEntry(key, "x");
  }
}
