package org.groupdigest.connectors.llm;

import static org.assertj.core.api.Assertions.assertThat;

import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies are shaped like those of the providers, with words of our own. */
class ProviderErrorsTest {

  @ParameterizedTest
  @CsvSource({
    "301, BAD_REQUEST",
    "302, BAD_REQUEST",
    "400, BAD_REQUEST",
    "401, BAD_CREDENTIALS",
    "402, PAYMENT_REQUIRED",
    "403, BAD_CREDENTIALS",
    "404, BAD_REQUEST",
    "408, TIMEOUT",
    "413, CONTEXT_TOO_LONG",
    "422, BAD_REQUEST",
    "429, RATE_LIMITED",
    "500, OVERLOADED",
    "502, OVERLOADED",
    "503, OVERLOADED",
    "504, OVERLOADED",
    "529, OVERLOADED"
  })
  void aStatusWithoutABodySaysEnough(int status, Kind expected) {
    assertThat(ProviderErrors.kindOf(status, Json.parse(""))).isEqualTo(expected);
    assertThat(ProviderErrors.kindOf(status, Json.parse("<html>"))).isEqualTo(expected);
    assertThat(ProviderErrors.kindOf(status, Json.parse("[1]"))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "429 | insufficient_quota | insufficient_quota | PAYMENT_REQUIRED",
        "429 | insufficient_quota | project_spend_limit_exceeded | PAYMENT_REQUIRED",
        "429 | tokens | rate_limit_exceeded | RATE_LIMITED",
        "429 | requests | slow_down | RATE_LIMITED",
        "400 | invalid_request_error | context_length_exceeded | CONTEXT_TOO_LONG",
        "400 | invalid_request_error | content_filter | REFUSED_CONTENT",
        "400 | invalid_request_error | invalid_prompt | REFUSED_CONTENT",
        "403 | policy | content_policy_violation | REFUSED_CONTENT",
        "403 | permission | model_not_allowed | BAD_CREDENTIALS",
        "401 | auth | invalid_api_key | BAD_CREDENTIALS",
        "404 | invalid_request_error | model_not_found | BAD_REQUEST",
        "503 | server_error | server_is_overloaded | OVERLOADED"
      })
  void codesOfOpenAiGoBeforeTheStatus(int status, String type, String code, Kind expected) {
    String body =
        "{\"error\": {\"message\": \"words\", \"type\": \"%s\", \"code\": \"%s\"}}"
            .formatted(type, code);
    assertThat(ProviderErrors.kindOf(status, Json.parse(body))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "413 | Payload is too big | CONTEXT_TOO_LONG",
        "422 | Tokens limit exceeded for input 0 | CONTEXT_TOO_LONG",
        "422 | The request exceeds what fits in 32768 tokens | CONTEXT_TOO_LONG",
        "422 | Запрос превышает допустимое число токенов | CONTEXT_TOO_LONG",
        "422 | Field messages is empty | BAD_REQUEST",
        "400 | This model has a context length of 8192 | CONTEXT_TOO_LONG",
        "400 | max_tokens exceeds the allowed 4096 | BAD_REQUEST",
        "402 | Payment Required | PAYMENT_REQUIRED",
        "429 | Too many requests | RATE_LIMITED",
        "429 | Limit of tokens a minute exceeded | RATE_LIMITED",
        "429 | Request too large for model | CONTEXT_TOO_LONG",
        "404 | No such model | BAD_REQUEST",
        "500 | Internal error: tokens exceeded | OVERLOADED"
      })
  void messagesSayWhenAPromptIsTooLong(int status, String message, Kind expected) {
    String flat = "{\"status\": %d, \"message\": \"%s\"}".formatted(status, message);
    String nested = "{\"error\": {\"message\": \"%s\", \"code\": %d}}".formatted(message, status);
    assertThat(ProviderErrors.kindOf(status, Json.parse(flat))).isEqualTo(expected);
    assertThat(ProviderErrors.kindOf(status, Json.parse(nested))).isEqualTo(expected);
  }
}
