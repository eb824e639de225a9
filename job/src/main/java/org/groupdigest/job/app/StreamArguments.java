package org.groupdigest.job.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What {@link StreamMain} was asked.
 *
 * @param pipelines {@code --pipeline}, one of {@link Pipelines}; all unless it is given
 * @param config {@code --config FILE}; null unless it is given
 */
record StreamArguments(Pipelines pipelines, Path config) {

  private static final String PIPELINE = "--pipeline";
  private static final String CONFIG = "--config";

  /**
   * Reads arguments of the forms {@code --name value} and {@code --name=value}.
   *
   * @param problems takes a line for each argument that cannot be used
   */
  static StreamArguments parse(Consumer<String> problems, String... arguments) {
    Map<String, String> values = values(arguments, problems);
    String config = values.get(CONFIG);
    return new StreamArguments(
        pipelines(values.getOrDefault(PIPELINE, "all"), problems),
        config == null ? null : Path.of(config));
  }

  private static Map<String, String> values(String[] arguments, Consumer<String> problems) {
    Map<String, String> values = new TreeMap<>();
    for (int i = 0; i < arguments.length; i++) {
      String[] parts = arguments[i].split("=", 2);
      if (!parts[0].equals(PIPELINE) && !parts[0].equals(CONFIG)) {
        problems.accept("unknown argument " + parts[0] + ": there are --pipeline and --config");
      } else if (parts.length == 2) {
        values.put(parts[0], parts[1]);
      } else if (i + 1 < arguments.length) {
        values.put(parts[0], arguments[++i]);
      } else {
        problems.accept(parts[0] + " needs a value");
      }
    }
    return values;
  }

  private static Pipelines pipelines(String name, Consumer<String> problems) {
    for (Pipelines each : Pipelines.values()) {
      if (word(each).equals(name)) {
        return each;
      }
    }
    problems.accept(
        PIPELINE
            + " must be one of "
            + Arrays.stream(Pipelines.values())
                .map(StreamArguments::word)
                .collect(Collectors.joining(", ")));
    return Pipelines.ALL;
  }

  /** As it is written in {@code --pipeline}. */
  static String word(Pipelines pipelines) {
    return pipelines.name().toLowerCase(Locale.ROOT);
  }
}
