package org.groupdigest.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.config.LlmPrices.Price;
import org.groupdigest.job.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings of language models are read, checked against each other, and never hold a key. */
class LlmSettingsLoaderTest {

  private static final String SECRET = "sk-very-secret";

  @Test
  void withoutVariablesNobodyIsAskedAndTheDefaultsHold() {
    LlmSettings llm = llm(Map.of());
    assertThat(llm.endpoint().isConfigured()).isFalse();
    assertThat(llm.endpoint().key().isSet()).isFalse();
    assertThat(llm.plan())
        .isEqualTo(new LlmPlanSettings(CallPlanKind.DEFAULT, 20, 150, 100, 32_000));
    assertThat(llm.retry())
        .isEqualTo(
            new LlmRetrySettings(
                3,
                Duration.ofMillis(500),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(90)));
    assertThat(llm.limits())
        .isEqualTo(new LlmLimitSettings(16, 6, 4, Duration.ofSeconds(60), 50, 400_000, 0));
    assertThat(llm.prices()).isEqualTo(new LlmPrices("RUB", Map.of()));
  }

  @Test
  void stagesThatWeighFactsUseProAndTheOthersBase() {
    assertThat(llm(Map.of()).models().stageTiers())
        .containsOnly(
            Map.entry(Stage.SEGMENTER_AGENT, "base"),
            Map.entry(Stage.EMOTION_AGENT, "base"),
            Map.entry(Stage.ROLES_AGENT, "base"),
            Map.entry(Stage.TOPIC_AGENT, "pro"),
            Map.entry(Stage.SYNTHESIS_AGENT, "pro"),
            Map.entry(Stage.EVALUATION_AGENT, "pro"));
  }

  @Test
  void tiersOfStagesReplaceTheDefaultOnes() {
    assertThat(
            llm(Map.of("DIGEST_LLM_STAGE_TIERS", " synthesis_agent = max ; "))
                .models()
                .stageTiers())
        .containsEntry(Stage.SYNTHESIS_AGENT, "max")
        .containsEntry(Stage.TOPIC_AGENT, "base");
  }

  @Test
  void anOpenAiServerIsDescribedByItsVariables() {
    LlmSettings llm =
        llm(
            openAi(
                Map.of(
                    "DIGEST_LLM_API_KEY", SECRET,
                    "DIGEST_LLM_RESPONSE_FORMAT", "json_schema",
                    "DIGEST_LLM_CA_FILE", "/etc/ca.pem",
                    "DIGEST_LLM_MODEL_PRO", "large",
                    "DIGEST_LLM_PLAN", "separate")));
    assertThat(llm.endpoint())
        .isEqualTo(
            new LlmEndpoint(
                LlmProvider.OPENAI,
                "https://models.example/v1",
                SecretReference.environment("DIGEST_LLM_API_KEY"),
                "/etc/ca.pem",
                LlmResponseFormat.JSON_SCHEMA,
                "",
                ""));
    assertThat(llm.models().base()).isEqualTo("small");
    assertThat(llm.models().pro()).isEqualTo("large");
    assertThat(llm.models().max()).isEmpty();
    assertThat(llm.plan().kind()).isEqualTo(CallPlanKind.SEPARATE);
  }

  @Test
  void gigaChatNeedsItsKeyAndNothingElse() {
    LlmSettings llm =
        llm(Map.of("DIGEST_LLM_PROVIDER", "gigachat", "GIGACHAT_AUTH_KEY_FILE", "/run/key"));
    assertThat(llm.endpoint())
        .isEqualTo(
            new LlmEndpoint(
                LlmProvider.GIGACHAT,
                "https://gigachat.devices.sberbank.ru/api/v1",
                SecretReference.file("/run/key"),
                "",
                LlmResponseFormat.NONE,
                "https://ngw.devices.sberbank.ru:9443/api/v2/oauth",
                "GIGACHAT_API_PERS"));
    assertThat(llm.models())
        .extracting(LlmModels::base, LlmModels::pro, LlmModels::max, LlmModels::embedding)
        .containsExactly("GigaChat-2", "GigaChat-2-Pro", "GigaChat-2-Max", "Embeddings");
  }

  @Test
  void oneModelOfGigaChatIsNotJoinedByDearerOnes() {
    LlmModels models =
        llm(Map.of(
                "DIGEST_LLM_PROVIDER", "gigachat",
                "GIGACHAT_AUTH_KEY", SECRET,
                "DIGEST_LLM_MODEL_BASE", "GigaChat-2"))
            .models();
    assertThat(models.pro() + models.max()).isEmpty();
  }

  @Test
  void theKeyItselfIsNeverKept() throws Exception {
    DigestSettings settings = SettingsLoader.load(openAi(Map.of("DIGEST_LLM_API_KEY", SECRET)));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(settings);
    }
    assertThat(settings.toString()).contains("DIGEST_LLM_API_KEY").doesNotContain(SECRET);
    assertThat(bytes.toString(java.nio.charset.StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
  }

  @Test
  void everythingThatDoesNotFitTogetherIsReportedAtOnceAndNoValueIs() {
    Map<String, String> variables = new HashMap<>();
    variables.put("DIGEST_LLM_PROVIDER", "openai");
    variables.put("DIGEST_LLM_API_KEY", SECRET);
    variables.put("DIGEST_LLM_API_KEY_FILE", "/run/" + SECRET);
    variables.put("DIGEST_LLM_TENANT_CONCURRENCY", "17");
    variables.put("DIGEST_LLM_DEADLINE", "2 min");
    variables.put("DIGEST_LLM_CALL_TIMEOUT", "3 min");
    variables.put("DIGEST_RETRY_BASE_DELAY", "11 s");
    variables.put("DIGEST_MICRO_WINDOW_THRESHOLD", "151");
    variables.put("DIGEST_LLM_PLAN", SECRET);
    variables.put("DIGEST_LLM_PRICES", SECRET);
    variables.put("DIGEST_LLM_STAGE_TIERS", "topic_agent=" + SECRET);
    variables.put("DIGEST_CIRCUIT_RECOVERY_SECONDS", "0");
    variables.put("DIGEST_TOKEN_BUDGET_PER_TENANT", "-1");
    assertThat(problems(variables))
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .containsExactlyInAnyOrder(
            "DIGEST_LLM_URL",
            "DIGEST_LLM_MODEL_BASE",
            "DIGEST_LLM_API_KEY",
            "DIGEST_LLM_TENANT_CONCURRENCY",
            "DIGEST_LLM_DEADLINE",
            "DIGEST_LLM_CALL_TIMEOUT",
            "DIGEST_RETRY_BASE_DELAY",
            "DIGEST_MICRO_WINDOW_THRESHOLD",
            "DIGEST_LLM_PLAN",
            "DIGEST_LLM_PRICES",
            "DIGEST_LLM_STAGE_TIERS",
            "DIGEST_CIRCUIT_RECOVERY_SECONDS",
            "DIGEST_TOKEN_BUDGET_PER_TENANT");
    assertThat(String.join("\n", problems(variables))).doesNotContain(SECRET);
  }

  @Test
  void gigaChatWithoutAKeyIsRefused() {
    assertThat(problems(Map.of("DIGEST_LLM_PROVIDER", "gigachat")))
        .containsExactly("GIGACHAT_AUTH_KEY or GIGACHAT_AUTH_KEY_FILE must be set");
  }

  @Test
  void aProviderThatIsUnknownNamesTheKnownOnes() {
    assertThat(problems(Map.of("DIGEST_LLM_PROVIDER", SECRET)))
        .containsExactly("DIGEST_LLM_PROVIDER must be one of [none, openai, gigachat]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "models.example",
        "ftp://models.example",
        "https://me:sk-very-secret@models.example",
        "http:// "
      })
  void aServerIsAWebAddressWithoutCredentials(String url) {
    assertThat(problems(openAi(Map.of("DIGEST_LLM_URL", url))))
        .containsExactly("DIGEST_LLM_URL must be an http or https URL without a user");
  }

  @Test
  void pricesAreForAMillionTokens() {
    LlmPrices prices =
        llm(Map.of(
                "DIGEST_LLM_PRICES", "a:b=1.5/6; GigaChat-2=65/65;", "DIGEST_LLM_CURRENCY", "EUR"))
            .prices();
    assertThat(prices.byModel())
        .containsEntry("a:b", new Price(new BigDecimal("1.5"), new BigDecimal("6")));
    assertThat(prices.currency()).isEqualTo("EUR");
    assertThat(prices.costMicros("GigaChat-2", 600_000, 400_000)).isEqualTo(65_000_000);
  }

  @ParameterizedTest
  @CsvSource({"1, 0, 1", "1, 1, 1", "2, 2, 2", "3, 0, 2", "3, 2, 2", "0, 0, 0"})
  void costIsRoundedHalfUpOnceForACall(long prompt, long answer, long micros) {
    LlmPrices prices = llm(Map.of("DIGEST_LLM_PRICES", "m=0.5/0.4")).prices();
    assertThat(prices.costMicros("m", prompt, answer)).isEqualTo(micros);
    assertThat(prices.costMicros("other", prompt, answer)).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "m",
        "m=1",
        "m=1/2/3",
        "m=-1/2",
        "m=1/-2",
        "=1/2",
        "m=a/b",
        "m=1e10/1",
        "m=1/1e999"
      })
  void aPriceThatIsNoneIsRefused(String written) {
    assertThat(problems(Map.of("DIGEST_LLM_PRICES", written)))
        .containsExactly(
            "DIGEST_LLM_PRICES is model=prompt/answer with prices from 0 to 1000000000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"delivery_manager=pro", "topic_agent", "topic=pro", "topic_agent=best"})
  void aTierIsForAStageThatAsksModels(String written) {
    assertThat(problems(Map.of("DIGEST_LLM_STAGE_TIERS", written)))
        .singleElement()
        .asString()
        .startsWith("DIGEST_LLM_STAGE_TIERS is stage=tier pairs");
  }

  private static Map<String, String> openAi(Map<String, String> more) {
    Map<String, String> variables = new HashMap<>();
    variables.put("DIGEST_LLM_PROVIDER", "openai");
    variables.put("DIGEST_LLM_URL", "https://models.example/v1/");
    variables.put("DIGEST_LLM_MODEL_BASE", "small");
    variables.putAll(more);
    return variables;
  }

  private static LlmSettings llm(Map<String, String> variables) {
    return SettingsLoader.load(variables).llm();
  }

  private static List<String> problems(Map<String, String> variables) {
    return catchThrowableOfType(
            InvalidSettingsException.class, () -> SettingsLoader.load(variables))
        .problems();
  }
}
