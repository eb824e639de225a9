package org.groupdigest.connectors.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.NotSerializableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeyTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("GOOD", Wire.KEY, "EMPTY", " ", "BROKEN", Wire.KEY + "\nX-Admin: yes");

  @TempDir private Path folder;

  @Test
  void isFoundInTheEnvironment() {
    assertThat(ApiKey.ofEnvironment("GOOD").resolve(ENVIRONMENT::get)).isEqualTo(Wire.KEY);
  }

  @Test
  void isFoundInAFileWithoutTheLineEnd() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), Wire.KEY + "\n");
    assertThat(ApiKey.ofFile(file).resolve()).isEqualTo(Wire.KEY);
  }

  @Test
  void isReadAnewEachTimeSoThatANewClientTakesANewKey() throws IOException {
    Path file = Files.writeString(folder.resolve("key"), "old");
    ApiKey key = ApiKey.ofFile(file);
    assertThat(key.resolve()).isEqualTo("old");
    Files.writeString(file, "new");
    assertThat(key.resolve()).isEqualTo("new");
  }

  @Test
  void namesThePlaceWhereItIsMissing() {
    Path file = folder.resolve("absent");
    assertThatThrownBy(() -> ApiKey.ofEnvironment("ABSENT").resolve(ENVIRONMENT::get))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ABSENT");
    assertThatThrownBy(() -> ApiKey.ofEnvironment("EMPTY").resolve(ENVIRONMENT::get))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> ApiKey.ofFile(file).resolve())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(file.toString());
    assertThatThrownBy(() -> ApiKey.none().resolve()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aKeyThatWouldAddAHeaderIsRefusedAndNotShown() {
    assertThatThrownBy(() -> ApiKey.ofEnvironment("BROKEN").resolve(ENVIRONMENT::get))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("BROKEN")
        .message()
        .doesNotContain(Wire.KEY);
  }

  @Test
  void travelsAsThePlaceOnly() throws Exception {
    ApiKey key = ApiKey.ofEnvironment("GOOD");
    assertThat(InstantiationUtil.clone(key)).isEqualTo(key).hasSameHashCodeAs(key);
  }

  @Test
  void aLiteralKeyDoesNotTravel() {
    OpenAiEndpoint endpoint =
        OpenAiEndpoint.builder("https://llm.example/v1").key(ApiKey.literal(Wire.KEY)).build();
    assertThatThrownBy(() -> InstantiationUtil.serializeObject(endpoint))
        .isInstanceOf(NotSerializableException.class)
        .message()
        .doesNotContain(Wire.KEY);
  }

  @Test
  void isEqualByPlaceAndNeverShown() {
    assertThat(ApiKey.literal(Wire.KEY))
        .isEqualTo(ApiKey.literal(Wire.KEY))
        .isNotEqualTo(ApiKey.ofEnvironment(Wire.KEY));
    assertThat(ApiKey.literal(Wire.KEY).toString()).doesNotContain(Wire.KEY);
    assertThat(ApiKey.ofEnvironment("GOOD")).hasToString("ApiKey[environment GOOD]");
    assertThat(ApiKey.none()).hasToString("ApiKey[none]");
  }
}
