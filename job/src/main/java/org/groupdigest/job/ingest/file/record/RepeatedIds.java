package org.groupdigest.job.ingest.file.record;

import java.util.LinkedHashMap;
import java.util.Map;
import org.groupdigest.job.model.DeterministicIds;

/**
 * Ids of messages that have none in their export, made of what they say: the same in a later and
 * longer export of the same chat. Equal messages are counted; only a bounded number is remembered,
 * since they follow closely on each other.
 */
public final class RepeatedIds {

  private static final int REMEMBERED = 100_000;
  private static final int LENGTH = 18;

  private final String prefix;
  private final Map<String, Integer> counts =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** Ids that start with a letter. */
  public RepeatedIds(String prefix) {
    this.prefix = prefix;
  }

  /** The id of a message that consists of these parts. */
  public String next(Object... parts) {
    String hash = DeterministicIds.of("exported message", parts).replace("-", "");
    String id = prefix + hash.substring(0, LENGTH);
    int count = counts.merge(id, 1, Integer::sum);
    return count == 1 ? id : id + "-" + count;
  }
}
