package org.groupdigest.job.ingest.file.record;

import java.util.Arrays;
import org.groupdigest.job.model.DeterministicIds;

/** Ids of at most 128 characters out of names of any length and content. */
public final class RecordIds {

  /** Longest id that the event schema takes. */
  private static final int MAX_ID = 128;

  /** Leaves room for what tells two long names apart. */
  private static final int MAX_NAME = 90;

  private RecordIds() {}

  /** The id itself, or its start with a hash of the whole, so that two long ids stay two. */
  public static String shortened(String id) {
    String clean = isClean(id) ? id : clean(id);
    if (clean.codePointCount(0, clean.length()) <= MAX_ID) {
      return clean;
    }
    String start = clean.substring(0, clean.offsetByCodePoints(0, MAX_NAME));
    return start + "-" + DeterministicIds.of("name", id).substring(0, 18);
  }

  private static boolean isClean(String id) {
    return id.codePoints().noneMatch(RecordIds::isRefused);
  }

  private static String clean(String id) {
    int[] kept = id.codePoints().map(c -> isRefused(c) ? '\uFFFD' : c).toArray();
    return new String(kept, 0, kept.length);
  }

  private static boolean isRefused(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.CONTROL || type == Character.SURROGATE;
  }

  /** The first of some names that is not blank, as an id; the last must be one. */
  public static String firstOf(String... names) {
    return Arrays.stream(names)
        .filter(name -> name != null && !name.isBlank())
        .map(name -> shortened(name.strip()))
        .findFirst()
        .orElseThrow();
  }
}
