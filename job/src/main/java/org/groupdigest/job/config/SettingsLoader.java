package org.groupdigest.job.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.configuration.ConfigOption;
import org.groupdigest.job.model.Json;
import org.groupdigest.udfs.pii.phone.RegionCodes;

/** Reads {@link DigestSettings} out of variables and reports every problem at once. */
public final class SettingsLoader {

  private static final Set<Integer> SIZES = Set.of(4, 6, 12, 24);

  private final SettingsReader reader;

  private SettingsLoader(SettingsReader reader) {
    this.reader = reader;
  }

  /**
   * Reads and checks the settings.
   *
   * @param variables values by variable name, see {@link Variables}
   * @throws InvalidSettingsException with all problems
   */
  public static DigestSettings load(Map<String, String> variables) {
    SettingsReader reader = new SettingsReader(variables);
    DigestSettings settings = read(reader);
    reader.throwIfAny();
    return settings;
  }

  /** Reads the settings; problems stay with the reader, whose caller has more to read. */
  public static DigestSettings read(SettingsReader reader) {
    return new SettingsLoader(reader).read();
  }

  private DigestSettings read() {
    Duration stageTimeout = reader.longerThanNothing(DigestOptions.STAGE_TIMEOUT);
    return new DigestSettings(
        reader.duration(DigestOptions.WINDOW_GRACE),
        reader.duration(DigestOptions.REDELIVERY_HORIZON),
        windowHours(),
        timeZone(),
        reader.value(DigestOptions.LANGUAGE),
        reader.atLeast(1, DigestOptions.MIN_MESSAGES),
        new Rollout(reader.value(DigestOptions.AGENT_ENABLED), names(DigestOptions.CANARY_TENANTS)),
        names(DigestOptions.DELIVERY_SCOPE),
        reader.share(DigestOptions.QUALITY_THRESHOLD),
        reader.atLeast(0, DigestOptions.MAX_RETRIES),
        stageTimeout,
        reader.atLeast(1, DigestOptions.STAGE_CAPACITY),
        linkPatterns(),
        context(),
        new LlmSettingsLoader(reader).read(stageTimeout),
        new StoreSettingsLoader(reader).read(),
        phoneRegions());
  }

  private List<String> phoneRegions() {
    try {
      return RegionCodes.parse(reader.value(DigestOptions.PHONE_REGIONS));
    } catch (IllegalArgumentException e) {
      reader.problemUnless(false, DigestOptions.PHONE_REGIONS, "must be ISO codes such as RU,DE");
      return List.of();
    }
  }

  private List<Integer> windowHours() {
    List<Integer> hours = reader.list(DigestOptions.WINDOW_HOURS);
    reader.problemUnless(
        !hours.isEmpty() && SIZES.containsAll(hours),
        DigestOptions.WINDOW_HOURS,
        "must be some of 4, 6, 12, 24");
    return hours.stream().distinct().sorted().toList();
  }

  private String timeZone() {
    String zone = reader.value(DigestOptions.TIME_ZONE);
    try {
      return ZoneId.of(zone).getId();
    } catch (DateTimeException e) {
      reader.problemUnless(false, DigestOptions.TIME_ZONE, "is not an IANA time zone");
      return zone;
    }
  }

  /** Names as CSV or as a JSON array. */
  private Set<String> names(ConfigOption<String> option) {
    String text = reader.value(option).trim();
    Set<String> names = new LinkedHashSet<>();
    if (text.startsWith("[")) {
      try {
        names.addAll(Arrays.asList(Json.mapper().readValue(text, String[].class)));
      } catch (JsonProcessingException e) {
        reader.problemUnless(false, option, "is neither CSV nor a JSON array of strings");
      }
      reader.problemUnless(!names.contains(null), option, "must not hold null");
      names.remove(null);
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
    for (String pair : reader.value(DigestOptions.LINK_PATTERNS).trim().split("\\s+")) {
      int equals = pair.indexOf('=');
      if (equals > 0 && pair.contains("{message}")) {
        patterns.put(pair.substring(0, equals), pair.substring(equals + 1));
      } else {
        reader.problemUnless(
            pair.isBlank(), DigestOptions.LINK_PATTERNS, "is source=URL pairs with {message}");
      }
    }
    return patterns;
  }

  private ContextSettings context() {
    ContextSettings defaults = ContextSettings.defaults();
    try {
      return new ContextSettings(
          reader.value(ContextOptions.SIMILARITY),
          reader.value(ContextOptions.SOFT_SIMILARITY),
          reader.duration(ContextOptions.DEDUP_TIME),
          reader.duration(ContextOptions.HALF_LIFE),
          weights(),
          defaults.softPenalty(),
          defaults.historyPenalty(),
          reader.value(ContextOptions.MAX_MESSAGES),
          reader.value(ContextOptions.TOP_RANKED),
          reader.value(ContextOptions.HISTORY_WINDOWS),
          reader.value(ContextOptions.HISTORY_MESSAGES),
          defaults.highlights(),
          defaults.excerpt());
    } catch (IllegalArgumentException e) {
      reader.problem("DIGEST_CONTEXT_*: " + e.getMessage());
      return defaults;
    }
  }

  private ScoreWeights weights() {
    return new ScoreWeights(
        reader.value(ContextOptions.RECENCY_WEIGHT),
        reader.value(ContextOptions.REPLY_WEIGHT),
        reader.value(ContextOptions.LENGTH_WEIGHT),
        reader.value(ContextOptions.REACTIONS_WEIGHT),
        reader.value(ContextOptions.MEDIA_WEIGHT));
  }
}
