package org.groupdigest.job.config;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;

/**
 * Reads options out of variables and collects what is wrong with them, so that all of it is
 * reported together. Problems name the variable and never its value: it may be a secret.
 *
 * <pre>{@code
 * SettingsReader reader = new SettingsReader(variables);
 * int least = reader.atLeast(1, DigestOptions.MIN_MESSAGES);
 * reader.throwIfAny();
 * }</pre>
 */
public final class SettingsReader {

  private static final Pattern WITHOUT_UNIT = Pattern.compile("[0-9]*[1-9][0-9]*");

  private final Map<String, String> variables;
  private final List<String> problems = new ArrayList<>();

  /**
   * @param variables values by variable name; a blank one counts as not set
   */
  public SettingsReader(Map<String, String> variables) {
    this.variables = variables;
  }

  /** The variable of an option: {@code digest.window.grace} is {@code DIGEST_WINDOW_GRACE}. */
  public static String variable(ConfigOption<?> option) {
    return option.key().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The value of an option, else its default; also when the value cannot be read. */
  public <T> T value(ConfigOption<T> option) {
    return parsed(option, text(option));
  }

  /** A list, separated by commas or semicolons, or a JSON array. */
  public <T> List<T> list(ConfigOption<List<T>> option) {
    String text = text(option);
    return parsed(option, text == null ? null : items(text));
  }

  /** A value that must be set. */
  public String needed(ConfigOption<String> option) {
    String text = text(option);
    problemUnless(text != null, option, "is not set");
    return text == null ? "" : text;
  }

  /** A duration of nothing or more, written with its unit. */
  public Duration duration(ConfigOption<Duration> option) {
    String text = text(option);
    boolean bare = text != null && WITHOUT_UNIT.matcher(text).matches();
    problemUnless(!bare, option, "needs a unit, as in 90 s, 10 min or 2 h");
    Duration duration = value(option);
    problemUnless(!duration.isNegative(), option, "must not be negative");
    return duration;
  }

  /** A duration of more than nothing, written with its unit. */
  public Duration longerThanNothing(ConfigOption<Duration> option) {
    Duration duration = duration(option);
    problemUnless(!duration.isZero(), option, "must be longer than 0");
    return duration;
  }

  /** A number with a lower bound, inclusive. */
  public int atLeast(int least, ConfigOption<Integer> option) {
    int number = value(option);
    problemUnless(number >= least, option, "must be at least " + least);
    return number;
  }

  /** A number of 0 or more. */
  public long notNegative(ConfigOption<Long> option) {
    long number = value(option);
    problemUnless(number >= 0, option, "must not be negative");
    return number;
  }

  /** One of the constants of an enumeration, written in any case; else the default. */
  public <E extends Enum<E>> E choice(ConfigOption<String> option, Class<E> type) {
    String wanted = value(option);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(wanted)) {
        return constant;
      }
    }
    String names = Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
    problem(variable(option) + " must be one of " + names);
    return Enum.valueOf(type, option.defaultValue().toUpperCase(Locale.ROOT));
  }

  /** Whether an option has a value of its own. */
  public boolean isSet(ConfigOption<?> option) {
    return text(option) != null;
  }

  /** A number in 0..1. */
  public double share(ConfigOption<Double> option) {
    double number = value(option);
    problemUnless(number >= 0 && number <= 1, option, "must be in 0..1");
    return number;
  }

  /** An http or https URL without credentials in it, which would be a key in clear; or empty. */
  public String webAddress(ConfigOption<String> option) {
    String url = value(option);
    problemUnless(
        url.isEmpty() || isWebAddress(url), option, "must be an http or https URL without a user");
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static boolean isWebAddress(String text) {
    try {
      URI uri = URI.create(text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null && uri.getRawUserInfo() == null;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Where a secret is: in a variable of the environment, in a file, or nowhere. */
  public SecretReference secret(ConfigOption<String> variable, ConfigOption<String> file) {
    boolean inEnvironment = isSet(variable);
    problemUnless(
        !inEnvironment || !isSet(file),
        variable,
        "and " + variable(file) + " are both set; one is enough");
    if (inEnvironment) {
      return SecretReference.environment(variable(variable));
    }
    return isSet(file) ? SecretReference.file(value(file)) : SecretReference.none();
  }

  /** Notes a problem with an option unless something holds. */
  public void problemUnless(boolean holds, ConfigOption<?> option, String what) {
    if (!holds) {
      problem(variable(option) + " " + what);
    }
  }

  /** Notes a problem. */
  public void problem(String what) {
    problems.add(what);
  }

  /**
   * Ends the reading.
   *
   * @throws InvalidSettingsException with every problem that was noted, if any was
   */
  public void throwIfAny() {
    if (!problems.isEmpty()) {
      throw new InvalidSettingsException(problems);
    }
  }

  private static String items(String text) {
    boolean array = text.startsWith("[") && text.endsWith("]");
    return (array ? text.substring(1, text.length() - 1) : text).replace(',', ';');
  }

  private String text(ConfigOption<?> option) {
    String text = variables.get(variable(option));
    return text == null || text.isBlank() ? null : text.trim();
  }

  private <T> T parsed(ConfigOption<T> option, String text) {
    if (text == null) {
      return option.defaultValue();
    }
    try {
      return Configuration.fromMap(Map.of(option.key(), text)).get(option);
    } catch (IllegalArgumentException e) {
      problem(variable(option) + " cannot be read; the default is " + option.defaultValue());
      return option.defaultValue();
    }
  }
}
