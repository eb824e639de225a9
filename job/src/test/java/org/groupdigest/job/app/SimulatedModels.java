package org.groupdigest.job.app;

import java.util.HashMap;
import java.util.Map;
import org.groupdigest.job.sim.LlmSimulator;

/** Settings of a job whose models are simulated: short times, so that faults cost little. */
final class SimulatedModels {

  static final String BASE = "base-model";
  static final String PRO = "pro-model";

  private SimulatedModels() {}

  /** Settings that point at a simulator, and others that win over them. */
  static Map<String, String> settings(LlmSimulator simulator, Map<String, String> others) {
    Map<String, String> variables = new HashMap<>();
    variables.put("DIGEST_LLM_PROVIDER", "openai");
    variables.put("DIGEST_LLM_URL", simulator.openAiUrl().toString());
    variables.put("DIGEST_LLM_MODEL_BASE", BASE);
    variables.put("DIGEST_LLM_MODEL_PRO", PRO);
    variables.put("DIGEST_LLM_CALL_TIMEOUT", "2 s");
    variables.put("DIGEST_LLM_DEADLINE", "20 s");
    variables.put("DIGEST_STAGE_TIMEOUT", "30 s");
    variables.put("DIGEST_RETRY_BASE_DELAY", "50 ms");
    variables.put("DIGEST_RETRY_MAX_DELAY", "500 ms");
    variables.put("DIGEST_PRO_QUOTA_PER_TENANT", "100000");
    variables.put("DIGEST_PRO_TOKEN_QUOTA", "1000000000");
    variables.putAll(others);
    return variables;
  }
}
