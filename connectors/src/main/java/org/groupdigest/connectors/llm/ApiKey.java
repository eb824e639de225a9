package org.groupdigest.connectors.llm;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Where a key is, not the key: a job graph that holds one holds the name of an environment variable
 * or of a file, and each TaskManager looks there when it opens its client.
 *
 * <pre>{@code
 * ApiKey key = ApiKey.ofEnvironment("OPENAI_API_KEY");
 * }</pre>
 */
public final class ApiKey implements Serializable {
  private static final long serialVersionUID = 1L;

  private enum Place {
    NONE,
    ENVIRONMENT,
    FILE,
    LITERAL
  }

  private final Place place;
  private final String reference;

  private ApiKey(Place place, String reference) {
    this.place = place;
    this.reference = Objects.requireNonNull(reference, "reference");
  }

  /** No key: for endpoints that ask for none. */
  public static ApiKey none() {
    return new ApiKey(Place.NONE, "");
  }

  /** The value of an environment variable. */
  public static ApiKey ofEnvironment(String variable) {
    return new ApiKey(Place.ENVIRONMENT, variable);
  }

  /** The content of a file, white space around it removed. */
  public static ApiKey ofFile(Path file) {
    return new ApiKey(Place.FILE, file.toString());
  }

  /**
   * The key itself; for tests. Refuses to be serialized, so that it cannot get into a job graph.
   */
  public static ApiKey literal(String key) {
    return new ApiKey(Place.LITERAL, key);
  }

  /** Whether there is no key. */
  public boolean isNone() {
    return place == Place.NONE;
  }

  /**
   * The key, read now.
   *
   * @throws IllegalStateException if there is none, or it has characters that no header can carry;
   *     says where, not what
   */
  public String resolve() {
    return resolve(System::getenv);
  }

  /** As {@link #resolve()}, with an environment. */
  String resolve(UnaryOperator<String> environment) {
    String key = read(environment);
    if (key == null || key.isBlank()) {
      throw new IllegalStateException("there is no key in " + this);
    }
    String stripped = key.strip();
    if (!stripped.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      throw new IllegalStateException("the key has blanks or characters beyond ASCII: " + this);
    }
    return stripped;
  }

  private String read(UnaryOperator<String> environment) {
    return switch (place) {
      case NONE -> null;
      case ENVIRONMENT -> environment.apply(reference);
      case FILE -> readFile();
      case LITERAL -> reference;
    };
  }

  private String readFile() {
    try {
      return Files.readString(Path.of(reference));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read the key: " + this, e);
    }
  }

  private void writeObject(ObjectOutputStream out) throws IOException {
    if (place == Place.LITERAL) {
      throw new NotSerializableException("a key does not travel; give the place where it is");
    }
    out.defaultWriteObject();
  }

  /** Same place, and for literals the same key. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ApiKey key && key.place == place && key.reference.equals(reference);
  }

  @Override
  public int hashCode() {
    return Objects.hash(place, reference);
  }

  /** The place without the key. */
  @Override
  public String toString() {
    return switch (place) {
      case NONE -> "ApiKey[none]";
      case ENVIRONMENT -> "ApiKey[environment " + reference + "]";
      case FILE -> "ApiKey[file " + reference + "]";
      case LITERAL -> "ApiKey[hidden]";
    };
  }
}
