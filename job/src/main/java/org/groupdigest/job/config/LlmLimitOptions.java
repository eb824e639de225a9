package org.groupdigest.job.config;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Settings of how often, how long and how much language models are asked. */
public final class LlmLimitOptions {

  /** Time of one request. */
  public static final ConfigOption<Duration> CALL_TIMEOUT =
      time("digest.llm.call.timeout", Duration.ofSeconds(60), "Wall time of one HTTP request.");

  /** Time of one prompt. */
  public static final ConfigOption<Duration> DEADLINE =
      time(
          "digest.llm.deadline",
          Duration.ofSeconds(90),
          "Wall time of one prompt over all models and waits; below DIGEST_STAGE_TIMEOUT.");

  /** Requests in flight. */
  public static final ConfigOption<Integer> CONCURRENCY =
      count("digest.llm.concurrency", 16, "HTTP requests in flight in one process.");

  /** Requests of a tenant in flight. */
  public static final ConfigOption<Integer> TENANT_CONCURRENCY =
      count(
          "digest.llm.tenant.concurrency",
          6,
          "Those of one tenant; enough for all chunks of a largest window at once.");

  /** Requests for one model and prompt. */
  public static final ConfigOption<Integer> RETRY_ATTEMPTS =
      count("digest.retry.attempts", 3, "HTTP requests for one model and prompt, with the first.");

  /** First wait. */
  public static final ConfigOption<Duration> RETRY_BASE_DELAY =
      time(
          "digest.retry.base.delay",
          Duration.ofMillis(500),
          "Longest wait before the second request; it doubles from one to the next.");

  /** Longest wait. */
  public static final ConfigOption<Duration> RETRY_MAX_DELAY =
      time(
          "digest.retry.max.delay",
          Duration.ofSeconds(10),
          "Longest wait, unless the provider asks for a longer one.");

  /** Failures that open a circuit. */
  public static final ConfigOption<Integer> CIRCUIT_FAILURE_THRESHOLD =
      count("digest.circuit.failure.threshold", 4, "Failures in a row that open a circuit.");

  /** Time a circuit stays open. */
  public static final ConfigOption<Integer> CIRCUIT_RECOVERY_SECONDS =
      count("digest.circuit.recovery.seconds", 60, "Seconds until an open circuit is probed.");

  /** Calls above base. */
  public static final ConfigOption<Integer> PRO_QUOTA_PER_TENANT =
      count("digest.pro.quota.per.tenant", 50, "Calls above the tier base a tenant and 24 hours.");

  /** Tokens above base. */
  public static final ConfigOption<Long> PRO_TOKEN_QUOTA =
      tokens("digest.pro.token.quota", 400_000, "Tokens of those calls a tenant and 24 hours.");

  /** Tokens in all. */
  public static final ConfigOption<Long> TOKEN_BUDGET_PER_TENANT =
      tokens(
          "digest.token.budget.per.tenant",
          0,
          "Tokens of all calls a tenant and 24 hours; 0: no bound.");

  private LlmLimitOptions() {}

  private static ConfigOption<Duration> time(String key, Duration otherwise, String description) {
    return ConfigOptions.key(key)
        .durationType()
        .defaultValue(otherwise)
        .withDescription(description);
  }

  private static ConfigOption<Integer> count(String key, int otherwise, String description) {
    return ConfigOptions.key(key).intType().defaultValue(otherwise).withDescription(description);
  }

  private static ConfigOption<Long> tokens(String key, long otherwise, String description) {
    return ConfigOptions.key(key).longType().defaultValue(otherwise).withDescription(description);
  }
}
