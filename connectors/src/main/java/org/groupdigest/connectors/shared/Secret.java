package org.groupdigest.connectors.shared;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.util.function.SerializableSupplier;

/**
 * Where a secret is, not the secret: what a sink carries through the job graph, which is stored and
 * shown. It is read where and when a client opens, so the place must exist on every TaskManager.
 *
 * @param place kind of place
 * @param name name of the variable, or path of the file
 */
public record Secret(Place place, String name) implements SerializableSupplier<String> {
  /** The kinds of places. */
  public enum Place {
    /** A variable of the process's environment. */
    ENVIRONMENT,
    /** A text file, UTF-8; blanks and line ends around the secret do not belong to it. */
    FILE
  }

  /** Checks that there is a name. */
  public Secret {
    Objects.requireNonNull(place, "place");
    if (name.isBlank()) {
      throw new IllegalArgumentException("a secret needs the name of its place");
    }
  }

  /** A secret in an environment variable. */
  public static Secret environment(String variable) {
    return new Secret(Place.ENVIRONMENT, variable);
  }

  /** A secret in a file. */
  public static Secret file(Path file) {
    return new Secret(Place.FILE, file.toString());
  }

  /**
   * Reads the secret.
   *
   * @throws StoreException {@code no_secret} when it is not there or empty
   */
  @Override
  public String get() {
    return in(System.getenv());
  }

  String in(Map<String, String> environment) {
    String found = place == Place.FILE ? content() : environment.get(name);
    if (found == null || found.isBlank()) {
      throw StoreException.misconfigured(toString(), "no_secret");
    }
    return found.strip();
  }

  private String content() {
    try {
      return Files.readString(Path.of(name));
    } catch (IOException unreadable) {
      return null;
    }
  }

  /** The place, for messages. */
  @Override
  public String toString() {
    return (place == Place.FILE ? "file " : "environment variable ") + name;
  }
}
