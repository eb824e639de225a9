package org.groupdigest.job.config;

import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Settings of language models: where they are, which there are, and what they are sent. */
public final class LlmOptions {

  /** Who answers. */
  public static final ConfigOption<String> PROVIDER =
      text("digest.llm.provider", "none", "Who answers prompts: none, openai or gigachat.");

  /** Server. */
  public static final ConfigOption<String> URL =
      text(
          "digest.llm.url", "", "Base URL of the OpenAI-compatible server, as in https://host/v1.");

  /** File with the key. */
  public static final ConfigOption<String> API_KEY_FILE =
      text("digest.llm.api.key.file", "", "File with its key, instead of DIGEST_LLM_API_KEY.");

  /** Certificate authority. */
  public static final ConfigOption<String> CA_FILE =
      text("digest.llm.ca.file", "", "PEM file of a certificate authority to trust there.");

  /** How answers are held to JSON. */
  public static final ConfigOption<String> RESPONSE_FORMAT =
      text(
          "digest.llm.response.format",
          "none",
          "What that server can hold answers to: none, json_object or json_schema.");

  /** File with GigaChat's authorization key. */
  public static final ConfigOption<String> GIGACHAT_AUTH_KEY_FILE =
      text("gigachat.auth.key.file", "", "File with the key, instead of GIGACHAT_AUTH_KEY.");

  /** Scope of GigaChat's tokens. */
  public static final ConfigOption<String> GIGACHAT_SCOPE =
      text(
          "gigachat.scope",
          "GIGACHAT_API_PERS",
          "Contract with GigaChat: GIGACHAT_API_PERS, GIGACHAT_API_B2B or GIGACHAT_API_CORP.");

  /** Source of GigaChat's tokens. */
  public static final ConfigOption<String> GIGACHAT_AUTH_URL =
      text(
          "gigachat.auth.url",
          "https://ngw.devices.sberbank.ru:9443/api/v2/oauth",
          "Where GigaChat gives tokens.");

  /** GigaChat's server. */
  public static final ConfigOption<String> GIGACHAT_URL =
      text("gigachat.url", "https://gigachat.devices.sberbank.ru/api/v1", "Base URL of GigaChat.");

  /** GigaChat's certificate authority. */
  public static final ConfigOption<String> GIGACHAT_CA_FILE =
      text(
          "gigachat.ca.file",
          "",
          "PEM file of the authority of GigaChat's certificate; most systems do not know it.");

  /** Model of the tier base. */
  public static final ConfigOption<String> MODEL_BASE =
      text(
          "digest.llm.model.base",
          "",
          "Model of the tier base; GigaChat with no model set: GigaChat-2, -Pro and -Max.");

  /** Model of the tier pro. */
  public static final ConfigOption<String> MODEL_PRO =
      text("digest.llm.model.pro", "", "Model of the tier pro; empty: as base.");

  /** Model of the tier max. */
  public static final ConfigOption<String> MODEL_MAX =
      text("digest.llm.model.max", "", "Model of the tier max; empty: as pro.");

  /** Model of embeddings. */
  public static final ConfigOption<String> EMBEDDING_MODEL =
      text("digest.llm.embedding.model", "", "Model of embeddings; GigaChat: Embeddings.");

  /** Tiers of stages. */
  public static final ConfigOption<String> STAGE_TIERS =
      text(
          "digest.llm.stage.tiers",
          "topic_agent=pro;synthesis_agent=pro;evaluation_agent=pro",
          "Tiers of stages, as stage=tier pairs with semicolons; the others use base.");

  /** Which stages one request answers. */
  public static final ConfigOption<String> PLAN =
      text("digest.llm.plan", "default", "default, or separate for one request a stage.");

  /** Where micro windows end. */
  public static final ConfigOption<Integer> MICRO_WINDOW_THRESHOLD =
      count("digest.micro.window.threshold", 20, "Windows of fewer messages take few requests.");

  /** Where large windows begin. */
  public static final ConfigOption<Integer> LARGE_WINDOW_THRESHOLD =
      count("digest.large.window.threshold", 150, "Windows of more messages are cut into chunks.");

  /** Messages of a chunk. */
  public static final ConfigOption<Integer> CHUNK_SIZE =
      count("digest.chunk.size", 100, "Messages of a chunk.");

  /** What models take. */
  public static final ConfigOption<Integer> CONTEXT_TOKENS =
      count(
          "digest.llm.context.tokens", 32000, "Tokens every model takes, prompt with its answer.");

  /** What models cost. */
  public static final ConfigOption<String> PRICES =
      text(
          "digest.llm.prices",
          "",
          "Prices for a million tokens, as model=prompt/answer with semicolons.");

  /** What prices are in. */
  public static final ConfigOption<String> CURRENCY =
      text("digest.llm.currency", "RUB", "Currency of the prices.");

  private LlmOptions() {}

  private static ConfigOption<String> text(String key, String otherwise, String description) {
    return ConfigOptions.key(key).stringType().defaultValue(otherwise).withDescription(description);
  }

  private static ConfigOption<Integer> count(String key, int otherwise, String description) {
    return ConfigOptions.key(key).intType().defaultValue(otherwise).withDescription(description);
  }
}
