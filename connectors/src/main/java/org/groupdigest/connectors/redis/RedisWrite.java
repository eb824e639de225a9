package org.groupdigest.connectors.redis;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.groupdigest.connectors.sink.SinkEntry;

/**
 * One change of one key. A write may arrive again after a later one, when a job goes on from a
 * checkpoint, so a key whose value changes needs versions; without them the last to arrive wins.
 *
 * @param operation what to do
 * @param key which key
 * @param value new value, null for deletions
 * @param version 0 without versions, else 1 to {@link #HIGHEST_VERSION}
 * @param ttl how long the key lives, at least a millisecond; null for a deletion without version
 */
public record RedisWrite(Operation operation, String key, String value, long version, Duration ttl)
    implements SinkEntry {
  /** Redis compares versions as floating point numbers, which are exact up to here. */
  public static final long HIGHEST_VERSION = 1L << 53;

  /** The kinds of changes; the codes stand in checkpoints and stay. */
  public enum Operation {
    /** Sets a value that does not change, whatever is there. */
    SET(1),
    /** Sets a value unless the same or a newer version is there. */
    SET_IF_NEWER(2),
    /** Removes the key, whatever is there. */
    DELETE(3),
    /** Removes the value unless the same or a newer version is there, and keeps the version. */
    DELETE_IF_NEWER(4),
    /**
     * Sets a value that tells its own version, unless the value that is there tells a newer one.
     */
    SET_UNLESS_NEWER(5);

    private final int code;

    Operation(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  /** Checks that version and time to live can be written. */
  public RedisWrite {
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(key, "key");
    if (version < 0 || version > HIGHEST_VERSION) {
      throw new IllegalArgumentException("a version is 0 to 2^53, not " + version);
    }
    if (operation != Operation.DELETE && ttl.toMillis() < 1) {
      throw new IllegalArgumentException("a time to live is at least 1 ms, not " + ttl);
    }
  }

  /** Sets a value that is always the same for this key, such as one named by its content's hash. */
  public static RedisWrite set(String key, String value, Duration ttl) {
    return new RedisWrite(Operation.SET, key, Objects.requireNonNull(value, "value"), 0, ttl);
  }

  /** Sets a value, in the form of {@link VersionedValue}, unless a newer one is there. */
  public static RedisWrite setIfNewer(String key, String value, long version, Duration ttl) {
    Objects.requireNonNull(value, "value");
    return new RedisWrite(Operation.SET_IF_NEWER, key, value, version, ttl);
  }

  /**
   * Sets a value that tells its version itself, as {@link RedisSinkBuilder#setVersionPattern} says,
   * unless a newer one is there. The same version is written again.
   */
  public static RedisWrite setUnlessNewer(String key, String value, long version, Duration ttl) {
    Objects.requireNonNull(value, "value");
    return new RedisWrite(Operation.SET_UNLESS_NEWER, key, value, version, ttl);
  }

  /** Removes a key that is written without versions. */
  public static RedisWrite delete(String key) {
    return new RedisWrite(Operation.DELETE, key, null, 0, null);
  }

  /**
   * Removes the value of a key that is written with versions.
   *
   * @param version higher than that of what is to go
   * @param ttl how long the deletion is remembered; longer than writes may be late
   */
  public static RedisWrite deleteIfNewer(String key, long version, Duration ttl) {
    return new RedisWrite(Operation.DELETE_IF_NEWER, key, null, version, ttl);
  }

  @Override
  public long sizeInBytes() {
    return utf8(key) + (value == null ? 0 : utf8(value));
  }

  private static long utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Neither the key, which may hold names, nor the value. */
  @Override
  public String toString() {
    return "RedisWrite[" + operation + ", version " + version + "]";
  }
}
