package org.groupdigest.connectors.contextstore;

import java.util.Objects;

/**
 * Which documents are asked for.
 *
 * @param query text that they should be like, best first; or null for the newest first
 * @param filter what holds for all of them
 * @param newestBy metadata key of the time, as a number, that says which are newer
 * @param limit how many at most
 * @param withText whether their texts are asked for, too
 */
public record ContextSearch(
    String query, ContextFilter filter, String newestBy, int limit, boolean withText) {

  /** Checks. */
  public ContextSearch {
    Objects.requireNonNull(filter, "filter");
    Objects.requireNonNull(newestBy, "newestBy");
    if (limit < 1) {
      throw new IllegalArgumentException("a search is for one document at least");
    }
  }

  /** The newest documents. */
  public static ContextSearch newest(ContextFilter filter, String newestBy, int limit) {
    return new ContextSearch(null, filter, newestBy, limit, true);
  }

  /** The documents that are most like a text. */
  public static ContextSearch like(String query, ContextFilter filter, String newestBy, int limit) {
    return new ContextSearch(Objects.requireNonNull(query, "query"), filter, newestBy, limit, true);
  }

  /** The same documents without their texts. */
  public ContextSearch withoutText() {
    return new ContextSearch(query, filter, newestBy, limit, false);
  }

  /** Without the query, which people wrote. */
  @Override
  public String toString() {
    return "ContextSearch[" + (query == null ? "newest" : "like") + ", " + filter + "]";
  }
}
