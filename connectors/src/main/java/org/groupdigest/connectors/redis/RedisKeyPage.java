package org.groupdigest.connectors.redis;

import java.util.List;

/**
 * Some of the keys that match a pattern.
 *
 * @param keys keys, in no order; one may be in several pages
 * @param next where the next page begins, null after the last
 */
public record RedisKeyPage(List<String> keys, String next) {
  /** Where the first page begins. */
  public static final String START = "0";

  /** How many keys, not which: they are made of ids. */
  @Override
  public String toString() {
    return "RedisKeyPage[" + keys.size() + " keys, " + (next == null ? "the last]" : "more]");
  }
}
