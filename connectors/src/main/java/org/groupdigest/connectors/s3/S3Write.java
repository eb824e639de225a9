package org.groupdigest.connectors.s3;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import org.groupdigest.connectors.sink.SinkEntry;

/** One change of a bucket. The kinds stand in checkpoints and stay. */
public sealed interface S3Write extends SinkEntry {
  /** Stores an object, unless the same or a newer one is there. */
  static S3Write put(S3Object object) {
    return new Put(object);
  }

  /** Removes an object, whatever its version; done as well when there is none. */
  static S3Write delete(String key) {
    return new Delete(key);
  }

  /**
   * Removes everything below a prefix except these keys. What was written before is there when the
   * prefix is looked at, and what is written later is not touched.
   *
   * @param prefix ends with a slash, so that {@code a} does not take {@code ab} with it
   * @throws IllegalArgumentException when it does not
   */
  static S3Write deleteOthers(String prefix, Set<String> kept) {
    return new DeleteOthers(prefix, kept);
  }

  /**
   * See {@link S3Write#put}.
   *
   * @param object the object
   */
  record Put(S3Object object) implements S3Write {
    @Override
    public long sizeInBytes() {
      return object.sizeInBytes();
    }
  }

  /**
   * See {@link S3Write#delete}.
   *
   * @param key key of the object
   */
  record Delete(String key) implements S3Write {
    /** Checks that there is a key. */
    public Delete {
      Objects.requireNonNull(key, "key");
    }

    @Override
    public long sizeInBytes() {
      return utf8(key);
    }

    /** Without the key, which may hold names. */
    @Override
    public String toString() {
      return "Delete";
    }
  }

  /**
   * See {@link S3Write#deleteOthers}.
   *
   * @param prefix what the keys begin with
   * @param kept keys that stay
   */
  record DeleteOthers(String prefix, Set<String> kept) implements S3Write {
    /** Checks the prefix and copies the keys. */
    public DeleteOthers {
      S3Objects.checkPrefix(prefix);
      kept = Set.copyOf(kept);
    }

    @Override
    public long sizeInBytes() {
      return utf8(prefix) + kept.stream().mapToLong(S3Write::utf8).sum();
    }

    /** How many stay, without their keys. */
    @Override
    public String toString() {
      return "DeleteOthers[" + kept.size() + " kept]";
    }
  }

  private static long utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
