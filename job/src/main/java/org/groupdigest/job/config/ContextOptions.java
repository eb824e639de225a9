package org.groupdigest.job.config;

import java.time.Duration;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;

/** Settings of the context assembly; the defaults are those of {@link ContextSettings}. */
public final class ContextOptions {

  private static final ContextSettings DEFAULTS = ContextSettings.defaults();

  /** Cosine from which a message repeats an earlier one. */
  public static final ConfigOption<Double> SIMILARITY =
      number("similarity", DEFAULTS.similarity(), "Cosine from which a message repeats, in (0, 1]");

  /** Cosine from which a message resembles an earlier one. */
  public static final ConfigOption<Double> SOFT_SIMILARITY =
      number(
          "soft.similarity",
          DEFAULTS.softSimilarity(),
          "Cosine from which a message resembles; not above DIGEST_CONTEXT_SIMILARITY");

  /** How much older the repeated message may be. */
  public static final ConfigOption<Duration> DEDUP_TIME =
      time("dedup.time", DEFAULTS.dedupTime(), "How much older a repeated message may be");

  /** Age at which recency is one half. */
  public static final ConfigOption<Duration> HALF_LIFE =
      time("half.life", DEFAULTS.halfLife(), "Age at which recency counts one half");

  /** Messages that go on at most. */
  public static final ConfigOption<Integer> MAX_MESSAGES =
      count("max.messages", DEFAULTS.maxMessages(), "Messages of a window that go on at most");

  /** Places that the ranking keeps. */
  public static final ConfigOption<Integer> TOP_RANKED =
      count("top.ranked", DEFAULTS.topRanked(), "Places that the ranking keeps");

  /** Earlier windows that are compared with. */
  public static final ConfigOption<Integer> HISTORY_WINDOWS =
      count("history.windows", DEFAULTS.historyWindows(), "Earlier windows that are remembered");

  /** Messages of earlier windows that are compared with. */
  public static final ConfigOption<Integer> HISTORY_MESSAGES =
      count("history.messages", DEFAULTS.historyMessages(), "Messages remembered of them in all");

  /** What it counts to be new. */
  public static final ConfigOption<Double> RECENCY_WEIGHT =
      weight("recency", DEFAULTS.weights().recency());

  /** What it counts to answer a message. */
  public static final ConfigOption<Double> REPLY_WEIGHT =
      weight("reply", DEFAULTS.weights().reply());

  /** What it counts to be long. */
  public static final ConfigOption<Double> LENGTH_WEIGHT =
      weight("length", DEFAULTS.weights().length());

  /** What reactions count. */
  public static final ConfigOption<Double> REACTIONS_WEIGHT =
      weight("reactions", DEFAULTS.weights().reactions());

  /** What attachments count. */
  public static final ConfigOption<Double> MEDIA_WEIGHT =
      weight("media", DEFAULTS.weights().media());

  private ContextOptions() {}

  private static ConfigOption<Double> weight(String name, double otherwise) {
    return number(name + ".weight", otherwise, "Weight of " + name + " in a message's score");
  }

  private static ConfigOption<Double> number(String name, double otherwise, String description) {
    return key(name).doubleType().defaultValue(otherwise).withDescription(description + ".");
  }

  private static ConfigOption<Duration> time(String name, Duration otherwise, String description) {
    return key(name).durationType().defaultValue(otherwise).withDescription(description + ".");
  }

  private static ConfigOption<Integer> count(String name, int otherwise, String description) {
    return key(name).intType().defaultValue(otherwise).withDescription(description + ".");
  }

  private static ConfigOptions.OptionBuilder key(String name) {
    return ConfigOptions.key("digest.context." + name);
  }
}
