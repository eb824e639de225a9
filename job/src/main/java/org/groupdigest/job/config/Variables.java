package org.groupdigest.job.config;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Settings by variable name: those of a properties file, and the environment, which wins. Names
 * that are no setting are no error here: the environment is full of them.
 */
public final class Variables {

  /** Names the file when nothing else does. */
  public static final String FILE = "DIGEST_CONFIG";

  private static final List<String> KEYS =
      Stream.of(LlmKeys.VARIABLES, StoreKeys.VARIABLES).flatMap(List::stream).toList();

  private Variables() {}

  /**
   * The settings of a file and the environment.
   *
   * @param file properties file in UTF-8 whose keys are variable names; null: the one that {@link
   *     #FILE} names in the environment, if it does
   * @param environment variables of the process; a blank one does not hide the file's
   * @throws UncheckedIOException when the file cannot be read or holds a key; the message names it
   */
  public static Map<String, String> of(Path file, Map<String, String> environment) {
    Map<String, String> merged = new HashMap<>();
    Path chosen = file == null ? fromEnvironment(environment) : file;
    if (chosen != null) {
      Properties properties = withoutKeys(chosen, read(chosen));
      properties.stringPropertyNames().forEach(n -> merged.put(n, properties.getProperty(n)));
    }
    environment.forEach(
        (name, value) -> {
          if (!value.isBlank() || !merged.containsKey(name)) {
            merged.put(name, value);
          }
        });
    return merged;
  }

  private static Path fromEnvironment(Map<String, String> environment) {
    String name = environment.getOrDefault(FILE, "");
    return name.isBlank() ? null : Path.of(name.trim());
  }

  /** A settings file is copied, mounted and committed; a key in it would be everywhere. */
  private static Properties withoutKeys(Path file, Properties properties) {
    for (String key : KEYS) {
      if (!properties.getProperty(key, "").isBlank()) {
        throw new UncheckedIOException(
            "the settings file " + file + " holds " + key + ", which is for the environment only",
            new IOException("a key in a settings file"));
      }
    }
    return properties;
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
      return properties;
    } catch (IOException e) {
      throw new UncheckedIOException("the settings file " + file + " cannot be read", e);
    } catch (IllegalArgumentException e) {
      // A broken \\uXXXX; the cause would quote the line, which may hold a secret.
      throw new UncheckedIOException(
          "the settings file " + file + " cannot be read", new IOException("broken escape"));
    }
  }
}
