package org.groupdigest.connectors.sink;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Where a secret is, not the secret: what a sink carries through the job graph, which is stored and
 * shown. It is read where and when the sink opens, so the place must exist on every TaskManager.
 *
 * @param place kind of place
 * @param name name of the variable, or path of the file
 */
public record Secret(Place place, String name) implements Serializable {
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
   * @throws StoreAccessException {@code no_secret} when it is not there or empty
   */
  public String resolve() throws StoreAccessException {
    return resolve(System.getenv());
  }

  String resolve(Map<String, String> environment) throws StoreAccessException {
    String found = place == Place.FILE ? content() : environment.get(name);
    if (found == null || found.isBlank()) {
      throw new StoreAccessException("no_secret", "no secret in " + this);
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
