package org.groupdigest.job.ingest.file.chatlog;

import java.time.LocalDateTime;

/**
 * One message of a text, or one that is damaged.
 *
 * @param line number of its first line, from 1
 * @param time when it was posted, on the clock of the phone; null when it is damaged
 * @param text what stands behind the time, all lines of it
 * @param repaired whether bytes of it were not in the encoding of the text
 */
public record LogEntry(long line, LocalDateTime time, String text, boolean repaired) {

  /** Whether nothing can be made of it. */
  public boolean isDamaged() {
    return time == null;
  }
}
