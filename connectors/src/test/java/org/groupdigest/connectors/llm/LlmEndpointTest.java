package org.groupdigest.connectors.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LlmEndpointTest {
  private static final ApiKey KEY = ApiKey.ofEnvironment("SOME_KEY");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://llm.example/v1",
        "https://llm.example:9443/api/v1/",
        "http://localhost:8000/v1",
        "http://127.0.0.1:8000",
        "http://[::1]:8000/v1"
      })
  void encryptedAndLocalAddressesAreTaken(String url) {
    assertThatCode(() -> OpenAiEndpoint.builder(url).key(KEY).build()).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://llm.example/v1", "http://127.0.0.1.llm.example/v1", "http://10.0.0.1/v1"})
  void keysAndPromptsDoNotLeaveTheMachineInTheClear(String url) {
    assertThatThrownBy(() -> OpenAiEndpoint.builder(url).key(KEY).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("use https://");
    assertThatThrownBy(() -> GigaChatEndpoint.builder().authorizationKey(KEY).authUrl(url).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("authUrl");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "llm.example",
        "ftp://llm.example",
        "https://me:pass-word-7@llm.example/v1",
        "https://llm.example/v1?key=pass-word-7",
        "https://llm.example/v1#pass-word-7"
      })
  void otherAddressesAreRefusedAndNotShown(String url) {
    assertThatThrownBy(() -> OpenAiEndpoint.builder(url).key(KEY).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("baseUrl")
        .message()
        .doesNotContain("pass-word-7");
  }

  @Test
  void whetherThereIsAKeyHasToBeSaid() {
    assertThatThrownBy(() -> OpenAiEndpoint.builder("https://llm.example/v1").build())
        .isInstanceOf(NullPointerException.class)
        .hasMessage("key");
    assertThatThrownBy(() -> GigaChatEndpoint.builder().authorizationKey(ApiKey.none()).build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void gigaChatHasNoFormatOfAnyJsonObject() {
    assertThatThrownBy(
            () ->
                GigaChatEndpoint.builder()
                    .authorizationKey(KEY)
                    .responseFormat(ResponseFormat.JSON_OBJECT)
                    .build())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void limitsAreChecked() {
    HttpOptions options = HttpOptions.defaults();
    assertThatThrownBy(() -> options.withMaxRequests(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> options.withMaxAnswerBytes(0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> options.withConnectTimeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void endpointsAreEqualByValueAndTravel() throws Exception {
    assertThat(gigaChat("GIGACHAT_API_CORP"))
        .isEqualTo(gigaChat("GIGACHAT_API_CORP"))
        .isNotEqualTo(gigaChat("GIGACHAT_API_B2B"))
        .isEqualTo(InstantiationUtil.clone(gigaChat("GIGACHAT_API_CORP")));
    OpenAiEndpoint openAi = OpenAiEndpoint.builder("https://llm.example/v1").key(KEY).build();
    assertThat(InstantiationUtil.clone(openAi)).isEqualTo(openAi);
  }

  private static LlmEndpoint gigaChat(String scope) {
    return GigaChatEndpoint.builder()
        .authorizationKey(KEY)
        .scope(scope)
        .tokenTimeout(Duration.ofSeconds(3))
        .http(HttpOptions.defaults().withCaFile("/etc/ssl/ca.pem").withMaxRequests(4))
        .build();
  }
}
