package org.groupdigest.job.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.groupdigest.job.model.Json;

/**
 * Reads {@link DigestSettings} out of configuration and environment and reports every problem at
 * once.
 */
public final class SettingsLoader {

  private static final Set<Integer> SIZES = Set.of(4, 6, 12, 24);

  private final Configuration configuration;
  private final Map<String, String> environment;
  private final List<String> problems = new ArrayList<>();

  private SettingsLoader(Configuration configuration, Map<String, String> environment) {
    this.configuration = configuration;
    this.environment = environment;
  }

  /**
   * Reads and checks the settings.
   *
   * @param configuration values by key, as in a configuration file
   * @param environment values by variable name; these win
   * @throws InvalidSettingsException with all problems
   */
  public static DigestSettings load(Configuration configuration, Map<String, String> environment) {
    return new SettingsLoader(configuration, environment).load();
  }

  /** The environment variable of an option: {@code digest.window.grace}: DIGEST_WINDOW_GRACE. */
  public static String variable(ConfigOption<?> option) {
    return option.key().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private DigestSettings load() {
    DigestSettings settings =
        new DigestSettings(
            duration(DigestOptions.WINDOW_GRACE),
            duration(DigestOptions.REDELIVERY_HORIZON),
            windowHours(),
            timeZone(),
            value(DigestOptions.LANGUAGE),
            positive(DigestOptions.MIN_MESSAGES),
            new Rollout(value(DigestOptions.AGENT_ENABLED), names(DigestOptions.CANARY_TENANTS)),
            names(DigestOptions.DELIVERY_SCOPE),
            share(DigestOptions.QUALITY_THRESHOLD),
            notNegative(DigestOptions.MAX_RETRIES),
            duration(DigestOptions.STAGE_TIMEOUT),
            positive(DigestOptions.STAGE_CAPACITY),
            linkPatterns());
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
    return settings;
  }

  private <T> T value(ConfigOption<T> option) {
    String variable = variable(option);
    String text = environment.get(variable);
    Configuration from = configuration;
    if (text != null && !text.isBlank()) {
      from = Configuration.fromMap(Map.of(option.key(), text.trim()));
    }
    try {
      return from.get(option);
    } catch (IllegalArgumentException e) {
      problems.add(variable + ": not readable as its type; " + description(option));
      return option.defaultValue();
    }
  }

  private static String description(ConfigOption<?> option) {
    return "default " + option.defaultValue();
  }

  private Duration duration(ConfigOption<Duration> option) {
    Duration duration = value(option);
    if (duration.isNegative()) {
      problems.add(variable(option) + ": must not be negative");
    }
    return duration;
  }

  private int positive(ConfigOption<Integer> option) {
    return atLeast(option, 1);
  }

  private int notNegative(ConfigOption<Integer> option) {
    return atLeast(option, 0);
  }

  private int atLeast(ConfigOption<Integer> option, int least) {
    int number = value(option);
    if (number < least) {
      problems.add(variable(option) + ": must be at least " + least);
    }
    return number;
  }

  private double share(ConfigOption<Double> option) {
    double number = value(option);
    if (!(number >= 0 && number <= 1)) {
      problems.add(variable(option) + ": must be in 0..1");
    }
    return number;
  }

  private List<Integer> windowHours() {
    List<Integer> hours = value(DigestOptions.WINDOW_HOURS);
    if (hours.isEmpty() || !SIZES.containsAll(hours)) {
      problems.add(variable(DigestOptions.WINDOW_HOURS) + ": must be some of 4, 6, 12, 24");
    }
    return hours.stream().distinct().sorted().toList();
  }

  private String timeZone() {
    String zone = value(DigestOptions.TIME_ZONE);
    try {
      return ZoneId.of(zone).getId();
    } catch (DateTimeException e) {
      problems.add(variable(DigestOptions.TIME_ZONE) + ": not an IANA time zone");
      return zone;
    }
  }

  /** Names as CSV or as a JSON array. */
  private Set<String> names(ConfigOption<String> option) {
    String text = value(option).trim();
    Set<String> names = new LinkedHashSet<>();
    if (text.startsWith("[")) {
      try {
        names.addAll(List.of(Json.mapper().readValue(text, String[].class)));
      } catch (JsonProcessingException e) {
        problems.add(variable(option) + ": neither CSV nor a JSON array of strings");
      }
      return names;
    }
    for (String name : text.split(",")) {
      if (!name.isBlank()) {
        names.add(name.trim());
      }
    }
    return names;
  }

  private Map<String, String> linkPatterns() {
    Map<String, String> patterns = new LinkedHashMap<>();
    for (String pair : value(DigestOptions.LINK_PATTERNS).trim().split("\\s+")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.contains("{message}")) {
        patterns.put(pair.substring(0, equals), pair.substring(equals + 1));
      } else if (!pair.isBlank()) {
        problems.add(
            variable(DigestOptions.LINK_PATTERNS) + ": pairs are source=URL with {message}");
      }
    }
    return patterns;
  }
}
