package org.groupdigest.job.config;

import java.time.Duration;
import java.util.List;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/**
 * Settings of windows, digests and delivery, with unit, default and description. A setting {@code
 * digest.window.grace} is the variable {@code DIGEST_WINDOW_GRACE}, in the environment or in a
 * properties file; see {@link Variables}.
 */
public final class DigestOptions {

  /** How long after its end a window still takes messages. */
  public static final ConfigOption<Duration> WINDOW_GRACE =
      ConfigOptions.key("digest.window.grace")
          .durationType()
          .defaultValue(Duration.ofMinutes(10))
          .withDescription("Event time a window stays open after its end.");

  /** How long messages are remembered beyond the longest window, to recognise redeliveries. */
  public static final ConfigOption<Duration> REDELIVERY_HORIZON =
      ConfigOptions.key("digest.redelivery.horizon")
          .durationType()
          .defaultValue(Duration.ofHours(2))
          .withDescription("Event time an id is kept after the last window that can contain it.");

  /** Window sizes of a tenant without a policy. */
  public static final ConfigOption<List<Integer>> WINDOW_HOURS =
      ConfigOptions.key("digest.window.hours")
          .intType()
          .asList()
          .defaultValues(24)
          .withDescription("Window sizes in hours without a tenant policy: of 4, 6, 12, 24.");

  /** Time zone of a tenant without a policy. */
  public static final ConfigOption<String> TIME_ZONE =
      ConfigOptions.key("digest.time.zone")
          .stringType()
          .defaultValue("UTC")
          .withDescription("IANA zone whose local midnight windows start at, without a policy.");

  /** Language of a tenant without a policy. */
  public static final ConfigOption<String> LANGUAGE =
      ConfigOptions.key("digest.language")
          .stringType()
          .defaultValue("auto")
          .withDescription("Language of digests without a policy: auto or an ISO 639-1 code.");

  /** Least number of messages for a digest. */
  public static final ConfigOption<Integer> MIN_MESSAGES =
      ConfigOptions.key("digest.min.messages")
          .intType()
          .defaultValue(8)
          .withDescription("Windows with fewer messages are skipped as too_few_messages.");

  /** Global switch. */
  public static final ConfigOption<Boolean> AGENT_ENABLED =
      ConfigOptions.key("digest.agent.enabled")
          .booleanType()
          .defaultValue(true)
          .withDescription("Off: no tenant gets digests, except the canary tenants.");

  /** Tenants that get digests even when the switch is off; CSV or a JSON array. */
  public static final ConfigOption<String> CANARY_TENANTS =
      ConfigOptions.key("digest.agent.canary.tenants")
          .stringType()
          .defaultValue("")
          .withDescription("Tenants with digests while the switch is off: CSV or a JSON array.");

  /** Countries whose national phone numbers occur, for tenants whose policy names none. */
  public static final ConfigOption<String> PHONE_REGIONS =
      ConfigOptions.key("digest.phone.regions")
          .stringType()
          .defaultValue("")
          .withDescription("Countries whose national phone numbers are masked, as ISO codes: CSV.");

  /** Scopes that a window must have for its digest to be delivered. */
  public static final ConfigOption<String> DELIVERY_SCOPE =
      ConfigOptions.key("digest.delivery.scope")
          .stringType()
          .defaultValue("")
          .withDescription("Scopes needed for delivery: CSV or a JSON array; empty: none.");

  /** Least acceptable weakest score. */
  public static final ConfigOption<Double> QUALITY_THRESHOLD =
      ConfigOptions.key("digest.quality.threshold")
          .doubleType()
          .defaultValue(0.7)
          .withDescription("Weakest of the judge's four scores below this blocks a digest, 0..1.");

  /** Repairs of an answer that the guards refuse. */
  public static final ConfigOption<Integer> MAX_RETRIES =
      ConfigOptions.key("digest.max.retries")
          .intType()
          .defaultValue(2)
          .withDescription("Repairs of a refused answer before the built-in engine answers.");

  /** Time one stage may take, repairs and fallback included. */
  public static final ConfigOption<Duration> STAGE_TIMEOUT =
      ConfigOptions.key("digest.stage.timeout")
          .durationType()
          .defaultValue(Duration.ofMinutes(2))
          .withDescription("Wall time one try of a stage may take before it counts as failed.");

  /** Digests a stage operator works on at once, for each parallel instance. */
  public static final ConfigOption<Integer> STAGE_CAPACITY =
      ConfigOptions.key("digest.stage.capacity")
          .intType()
          .defaultValue(16)
          .withDescription("Digests in flight at one stage and parallel instance.");

  /** How messages of other sources are linked: {@code source=template} pairs. */
  public static final ConfigOption<String> LINK_PATTERNS =
      ConfigOptions.key("digest.link.patterns")
          .stringType()
          .defaultValue("")
          .withDescription(
              "source=URL pairs, by blanks; {group}, {message}, {message_digits} are filled in.");

  private DigestOptions() {}
}
