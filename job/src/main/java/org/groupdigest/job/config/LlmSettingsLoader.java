package org.groupdigest.job.config;

import java.time.Duration;

/** Reads {@link LlmSettings}; what is wrong with them is noted by the reader. */
final class LlmSettingsLoader {

  /** A request that has less time than this is not worth its tokens. */
  private static final Duration LEAST_CALL_TIME = Duration.ofSeconds(1);

  private final SettingsReader reader;
  private final LlmTables tables;

  LlmSettingsLoader(SettingsReader reader) {
    this.reader = reader;
    this.tables = new LlmTables(reader);
  }

  /**
   * Reads the settings.
   *
   * @param stageTimeout what a prompt must be done in
   */
  LlmSettings read(Duration stageTimeout) {
    LlmEndpoint endpoint = endpoint();
    return new LlmSettings(
        endpoint,
        models(endpoint.provider()),
        plan(),
        retry(stageTimeout),
        limits(),
        new LlmPrices(reader.value(LlmOptions.CURRENCY), tables.prices()));
  }

  private LlmEndpoint endpoint() {
    LlmProvider provider = reader.choice(LlmOptions.PROVIDER, LlmProvider.class);
    return provider == LlmProvider.GIGACHAT ? gigaChat() : openAi(provider);
  }

  private LlmEndpoint gigaChat() {
    SecretReference key =
        reader.secret(LlmKeys.GIGACHAT_AUTH_KEY, LlmOptions.GIGACHAT_AUTH_KEY_FILE);
    reader.problemUnless(
        key.isSet(), LlmKeys.GIGACHAT_AUTH_KEY, "or GIGACHAT_AUTH_KEY_FILE must be set");
    return new LlmEndpoint(
        LlmProvider.GIGACHAT,
        reader.webAddress(LlmOptions.GIGACHAT_URL),
        key,
        reader.value(LlmOptions.GIGACHAT_CA_FILE),
        LlmResponseFormat.NONE,
        reader.webAddress(LlmOptions.GIGACHAT_AUTH_URL),
        reader.value(LlmOptions.GIGACHAT_SCOPE));
  }

  private LlmEndpoint openAi(LlmProvider provider) {
    boolean used = provider == LlmProvider.OPENAI;
    reader.problemUnless(
        !used || reader.isSet(LlmOptions.URL), LlmOptions.URL, "must be set for that provider");
    return new LlmEndpoint(
        provider,
        reader.webAddress(LlmOptions.URL),
        reader.secret(LlmKeys.API_KEY, LlmOptions.API_KEY_FILE),
        reader.value(LlmOptions.CA_FILE),
        reader.choice(LlmOptions.RESPONSE_FORMAT, LlmResponseFormat.class),
        "",
        "");
  }

  private LlmModels models(LlmProvider provider) {
    String base = reader.value(LlmOptions.MODEL_BASE);
    String pro = reader.value(LlmOptions.MODEL_PRO);
    String max = reader.value(LlmOptions.MODEL_MAX);
    String embedding = reader.value(LlmOptions.EMBEDDING_MODEL);
    boolean gigaChat = provider == LlmProvider.GIGACHAT;
    if (gigaChat && embedding.isEmpty()) {
      embedding = "Embeddings";
    }
    if (gigaChat && (base + pro + max).isEmpty()) {
      base = "GigaChat-2";
      pro = "GigaChat-2-Pro";
      max = "GigaChat-2-Max";
    }
    reader.problemUnless(
        provider == LlmProvider.NONE || !base.isEmpty(),
        LlmOptions.MODEL_BASE,
        "must be set for that provider");
    return new LlmModels(base, pro, max, embedding, tables.stageTiers());
  }

  private LlmPlanSettings plan() {
    int micro = reader.atLeast(0, LlmOptions.MICRO_WINDOW_THRESHOLD);
    int large = reader.atLeast(1, LlmOptions.LARGE_WINDOW_THRESHOLD);
    reader.problemUnless(
        micro <= large,
        LlmOptions.MICRO_WINDOW_THRESHOLD,
        "must not be above DIGEST_LARGE_WINDOW_THRESHOLD");
    return new LlmPlanSettings(
        reader.choice(LlmOptions.PLAN, CallPlanKind.class),
        micro,
        large,
        reader.atLeast(1, LlmOptions.CHUNK_SIZE),
        reader.atLeast(1000, LlmOptions.CONTEXT_TOKENS));
  }

  private LlmRetrySettings retry(Duration stageTimeout) {
    Duration base = reader.longerThanNothing(LlmLimitOptions.RETRY_BASE_DELAY);
    Duration max = reader.longerThanNothing(LlmLimitOptions.RETRY_MAX_DELAY);
    Duration call = reader.longerThanNothing(LlmLimitOptions.CALL_TIMEOUT);
    Duration deadline = reader.longerThanNothing(LlmLimitOptions.DEADLINE);
    reader.problemUnless(
        base.compareTo(max) <= 0,
        LlmLimitOptions.RETRY_BASE_DELAY,
        "must not be above DIGEST_RETRY_MAX_DELAY");
    reader.problemUnless(
        call.compareTo(LEAST_CALL_TIME) >= 0, LlmLimitOptions.CALL_TIMEOUT, "must be at least 1 s");
    reader.problemUnless(
        call.compareTo(deadline) <= 0,
        LlmLimitOptions.CALL_TIMEOUT,
        "must not be above DIGEST_LLM_DEADLINE");
    reader.problemUnless(
        deadline.compareTo(stageTimeout) < 0,
        LlmLimitOptions.DEADLINE,
        "must be below DIGEST_STAGE_TIMEOUT");
    return new LlmRetrySettings(
        reader.atLeast(1, LlmLimitOptions.RETRY_ATTEMPTS), base, max, call, deadline);
  }

  private LlmLimitSettings limits() {
    int all = reader.atLeast(1, LlmLimitOptions.CONCURRENCY);
    int tenant = reader.atLeast(1, LlmLimitOptions.TENANT_CONCURRENCY);
    reader.problemUnless(
        tenant <= all,
        LlmLimitOptions.TENANT_CONCURRENCY,
        "must not be above DIGEST_LLM_CONCURRENCY");
    return new LlmLimitSettings(
        all,
        tenant,
        reader.atLeast(1, LlmLimitOptions.CIRCUIT_FAILURE_THRESHOLD),
        Duration.ofSeconds(reader.atLeast(1, LlmLimitOptions.CIRCUIT_RECOVERY_SECONDS)),
        reader.atLeast(0, LlmLimitOptions.PRO_QUOTA_PER_TENANT),
        reader.notNegative(LlmLimitOptions.PRO_TOKEN_QUOTA),
        reader.notNegative(LlmLimitOptions.TOKEN_BUDGET_PER_TENANT));
  }
}
