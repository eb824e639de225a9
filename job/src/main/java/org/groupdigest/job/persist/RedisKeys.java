package org.groupdigest.job.persist;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;
import org.groupdigest.job.model.GroupKey;

/**
 * Keys made of ids. Inside an id, {@code %}, {@code :} and the braces that a Redis cluster reads as
 * a hash tag become {@code %} and two hex digits, and half of a surrogate pair, which UTF-8 cannot
 * tell from another, becomes {@code %u} and four. So a colon always separates and no two keys meet:
 * {@code a:b} and {@code c} give {@code a%3Ab:c}, {@code a} and {@code b:c} give {@code a:b%3Ac}.
 */
public final class RedisKeys {
  private RedisKeys() {}

  /**
   * The hash of a group's cached embeddings: {@code digest:{tenant}:{group}:embeddings}; one key,
   * so that all of them go at once.
   */
  public static String embeddings(GroupKey group) {
    return of("digest", group.tenantId(), group.groupId(), "embeddings");
  }

  /**
   * The newest digest of a group and window size, for comparisons while Postgres does not answer:
   * {@code digest:{tenant}:{group}:baseline:{hours}}.
   */
  public static String baseline(GroupKey group, int hours) {
    return of("digest", group.tenantId(), group.groupId(), "baseline", Integer.toString(hours));
  }

  /** The ids, escaped, with colons between. */
  static String of(String... ids) {
    return Stream.of(ids).map(RedisKeys::escaped).collect(joining(":"));
  }

  private static String escaped(String id) {
    StringBuilder text = new StringBuilder(id.length());
    id.codePoints().forEach(point -> append(text, point));
    return text.toString();
  }

  private static void append(StringBuilder text, int point) {
    if ("%:{}".indexOf(point) >= 0) {
      text.append("%%%02X".formatted(point));
    } else if (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE) {
      text.append("%%u%04X".formatted(point));
    } else {
      text.appendCodePoint(point);
    }
  }
}
