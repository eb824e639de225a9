package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.config.SettingsLoader;
import org.groupdigest.job.files.DigestFile;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.ModelCall;
import org.groupdigest.job.testing.Digests;
import org.junit.jupiter.api.Test;

/** A run says what its models cost, each paid call once. */
class CostReportTest {

  private static final ModelCall PAID =
      new ModelCall("a", List.of(), "pro", 1_000, 200, 250_000, 1, false, List.of());
  private static final ModelCall UNANSWERED =
      new ModelCall("b", List.of(), "", 0, 0, 0, 3, false, List.of("timeout"));

  @Test
  void withoutModelsThereIsNothingToSay() {
    assertThat(printed(Map.of())).isEmpty();
  }

  @Test
  void callsTokensAndCostAreAddedUp() {
    assertThat(printed(models("DIGEST_LLM_PRICES", "pro=100/500")))
        .isEqualTo(
            "Models: 1 calls, 1 unanswered, 1,000 + 200 tokens (prompt + answer), 0.25 RUB\n");
  }

  @Test
  void withoutPricesNoCostIsMadeUp() {
    assertThat(printed(models("DIGEST_LLM_PLAN", "default")))
        .endsWith("no prices in DIGEST_LLM_PRICES\n");
  }

  private static Map<String, String> models(String variable, String value) {
    Map<String, String> variables = new HashMap<>();
    variables.put("DIGEST_LLM_PROVIDER", "openai");
    variables.put("DIGEST_LLM_URL", "http://127.0.0.1:1/v1");
    variables.put("DIGEST_LLM_MODEL_BASE", "pro");
    variables.put(variable, value);
    return variables;
  }

  private static String printed(Map<String, String> variables) {
    StringWriter text = new StringWriter();
    new CostReport(SettingsLoader.load(variables).llm())
        .print(List.of(file(List.of(PAID, UNANSWERED, PAID))), new PrintWriter(text));
    return text.toString();
  }

  private static DigestFile file(List<ModelCall> calls) {
    DigestRecord digest = new Digests().calls(calls).build();
    return new DigestFile("t", "g", "g", 0, 24, "w", "ready", Json.write(digest), "{}");
  }
}
