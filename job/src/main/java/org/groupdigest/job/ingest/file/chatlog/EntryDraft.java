package org.groupdigest.job.ingest.file.chatlog;

import java.time.LocalDateTime;

/** Message that further lines may still belong to. */
final class EntryDraft {

  /** Longer messages do not pass the parser. */
  private static final int MAX_LENGTH = (1 << 20) + 1;

  private final long line;
  private final LocalDateTime time;
  private final StringBuilder text;
  private boolean repaired;

  /**
   * A message's first line.
   *
   * @param time null when it is damaged
   */
  EntryDraft(TextLine line, LocalDateTime time, String text) {
    this.line = line.number();
    this.time = time;
    this.text = new StringBuilder(text);
    this.repaired = line.repaired();
  }

  void add(TextLine further) {
    if (text.length() < MAX_LENGTH) {
      text.append('\n').append(further.text());
    }
    repaired |= further.repaired();
  }

  LogEntry entry() {
    return new LogEntry(line, time, text.toString().stripTrailing(), repaired);
  }
}
