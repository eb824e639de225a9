package org.groupdigest.job.ingest.file.chatlog;

import java.io.Closeable;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.groupdigest.job.ingest.file.archive.SourceFile;

/**
 * The messages of a text whose shape is known, one after the other. A damaged start costs the
 * message that it belongs to, not those around it.
 */
public final class ChatLogReader implements Closeable {

  private final ChatLogShape shape;
  private final TextLines lines;
  private final DamagedStart damagedStart;
  private final StartRemains remains;
  private final LostLineFeed lostLineFeed;
  private final GluedStart gluedStart;
  private TextLine pending;
  private EntryDraft draft;
  private String cutOff;

  /** Opens a text. */
  public ChatLogReader(SourceFile file, ChatLogShape shape) throws IOException {
    this.shape = shape;
    this.lines = new TextLines(file.open());
    this.damagedStart = shape.damagedStart();
    this.remains = shape.startRemains();
    this.lostLineFeed = new LostLineFeed(shape);
    this.gluedStart = shape.gluedStart();
  }

  /** The next message, or null after the last. */
  public LogEntry next() throws IOException {
    for (TextLine line = line(); line != null; line = line()) {
      EntryDraft begun = begin(line);
      if (begun != null) {
        EntryDraft done = draft;
        draft = begun;
        if (done != null) {
          return done.entry();
        }
      }
    }
    cutOff = lines.isCutOff() ? place() : cutOff;
    EntryDraft last = draft;
    draft = null;
    return last == null ? null : last.entry();
  }

  /** Where the text ends inside a message, known after the last; empty when it seems whole. */
  public Optional<String> cutOff() {
    return Optional.ofNullable(cutOff);
  }

  /** A message that starts with this line; null when the line belongs to the one before. */
  private EntryDraft begin(TextLine line) throws IOException {
    Stamp stamp = StampParser.parse(line.text());
    if (stamp == null) {
      return unstamped(line);
    }
    if (!shape.starts(stamp)) {
      return further(line);
    }
    LocalDateTime time = stamp.in(shape.order());
    String text = time == null ? line.text() : line.text().substring(stamp.restAt());
    return new EntryDraft(line, time, text);
  }

  private EntryDraft unstamped(TextLine line) throws IOException {
    boolean partial = isLast() && damagedStart.isPartOf(line.text());
    cutOff = partial ? place() : cutOff;
    return partial || isDamaged(line) ? new EntryDraft(line, null, line.text()) : further(line);
  }

  private boolean isDamaged(TextLine line) {
    return damagedStart.isLike(line.text()) || damagedStart.endsAtName(line) || remains.begin(line);
  }

  private boolean isLast() throws IOException {
    return pending == null && lines.isDrained();
  }

  private String place() {
    return "byte " + lines.bytes() + ", in line " + lines.number();
  }

  private EntryDraft further(TextLine line) {
    if (draft != null) {
      draft.add(line);
      return null;
    }
    return line.text().isBlank() ? null : new EntryDraft(line, null, line.text());
  }

  /** The next line; of one that holds the start of another message, the part before that. */
  private TextLine line() throws IOException {
    TextLine line = pending == null ? lines.next() : pending;
    pending = null;
    if (line == null) {
      return null;
    }
    int whole = lostLineFeed.in(line.text(), 1);
    int start = whole < 0 ? glued(line.text()) : whole;
    if (start < 0) {
      return line;
    }
    pending = new TextLine(line.number(), line.text().substring(start), true);
    return new TextLine(line.number(), line.text().substring(0, start), true);
  }

  private int glued(String line) {
    Stamp own = StampParser.parse(line);
    return gluedStart.in(line, own == null ? 0 : own.restAt());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
