package org.groupdigest.job.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.groupdigest.job.config.LlmSettings;
import org.groupdigest.job.config.SettingsLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would fail in the middle of a job is said before it starts, without any key. */
class ModelAccessTest {

  @TempDir private Path folder;

  @Test
  void withoutAProviderThereIsNothingToCheck() {
    assertThat(ModelAccess.problem(SettingsLoader.load(Map.of()).llm())).isEmpty();
  }

  @Test
  void aUsableEndpointHasNoProblem() {
    assertThat(ModelAccess.problem(openAi("https://models.example/v1", Map.of()))).isEmpty();
    assertThat(ModelAccess.problem(openAi("http://127.0.0.1:1/v1", Map.of()))).isEmpty();
  }

  @Test
  void aKeyIsNotSentInTheClear() {
    LlmSettings clear = openAi("http://models.example/v1", Map.of());

    assertThat(ModelAccess.addressProblem(clear)).isPresent();
    assertThat(ModelAccess.problem(clear)).isPresent();
  }

  @Test
  void aKeyThatIsNotThereIsMissedOnTheMachineThatNeedsIt() {
    Path missing = folder.resolve("no-such-key");
    LlmSettings settings =
        openAi("https://models.example/v1", Map.of("DIGEST_LLM_API_KEY_FILE", missing.toString()));

    assertThat(ModelAccess.addressProblem(settings)).isEmpty();
    assertThat(ModelAccess.problem(settings).orElseThrow()).contains("no-such-key");
  }

  @Test
  void aProblemNeverShowsTheKey() throws Exception {
    Path file = Files.writeString(folder.resolve("key"), "very secret\nindeed");
    LlmSettings settings =
        openAi("https://models.example/v1", Map.of("DIGEST_LLM_API_KEY_FILE", file.toString()));

    assertThat(ModelAccess.problem(settings).orElseThrow()).doesNotContain("secret");
  }

  private static LlmSettings openAi(String url, Map<String, String> others) {
    Map<String, String> variables = new HashMap<>(others);
    variables.put("DIGEST_LLM_PROVIDER", "openai");
    variables.put("DIGEST_LLM_URL", url);
    variables.put("DIGEST_LLM_MODEL_BASE", "base");
    return SettingsLoader.load(variables).llm();
  }
}
