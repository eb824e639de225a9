package org.groupdigest.job.ingest.file.chatlog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.record.ExportedChat;
import org.groupdigest.job.ingest.file.record.FileRecord;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.MessagePayload;
import org.groupdigest.job.ingest.file.record.PulledRecords;
import org.groupdigest.job.ingest.file.record.RepeatedIds;
import org.groupdigest.job.model.SourcePosition;

/** Records of a chat as text; what a message says is left to the messenger's reader. */
public abstract class ChatLogRecords extends PulledRecords {

  private static final int MAX_NAME = 64;

  private final ChatLogShape shape;
  private final ChatLogReader reader;
  private final ExportedChat chat;
  private final ImportOptions options;
  private final RepeatedIds ids;
  private final String origin;

  /** Records of a text with a known shape. */
  protected ChatLogRecords(
      SourceFile file, ChatLogShape shape, ExportedChat chat, ImportOptions options)
      throws IOException {
    this.shape = shape;
    this.chat = chat;
    this.options = options;
    this.origin = file.path();
    this.ids = new RepeatedIds("m");
    this.reader = new ChatLogReader(file, shape);
  }

  /** Whether the text before a colon is a name, not a line of the messenger. */
  protected abstract boolean isName(String name);

  /** The message that somebody wrote. */
  protected abstract MessagePayload message(LogEntry entry, String name, String body);

  /** A line of the messenger itself. */
  protected final MessagePayload service(LogEntry entry, String text) {
    String said = DirectionMarks.removed(text);
    return new MessagePayload(id(entry, null, said)).service().text(said);
  }

  /** Id of a message by minute, sender and text. */
  protected final String id(LogEntry entry, String sender, String said) {
    return ids.next(entry.time().truncatedTo(ChronoUnit.MINUTES), sender, said);
  }

  @Override
  protected final FileRecord pull() throws IOException {
    LogEntry entry = reader.next();
    if (entry == null) {
      return null;
    }
    SourcePosition position = new SourcePosition(origin, 0, entry.line());
    int colon = colon(entry.text());
    if (entry.isDamaged() || (colon < 0 && hasBrokenName(entry.text()))) {
      return chat.broken(entry.text().getBytes(StandardCharsets.UTF_8), position);
    }
    MessagePayload message = payload(entry, colon);
    return chat.record(
        message
            .postedAt(entry.time().atZone(options.zone()).toInstant())
            .repaired(entry.repaired()),
        position);
  }

  private MessagePayload payload(LogEntry entry, int colon) {
    String name = colon < 0 ? null : entry.text().substring(0, colon);
    return name == null || !isName(name)
        ? service(entry, entry.text())
        : message(entry, name, body(entry.text(), colon + 1));
  }

  private static String body(String text, int from) {
    boolean blank = from < text.length() && Character.isWhitespace(text.charAt(from));
    return text.substring(blank ? from + 1 : from);
  }

  /** The colon behind the name; behind a known one, the blank may be lost. */
  private int colon(String text) {
    int colon = Sender.end(text);
    int first = text.indexOf(':');
    boolean known =
        colon < 0
            && first > 0
            && shape.isSender(text.substring(0, first))
            && text.chars().skip(first).anyMatch(Character::isLetterOrDigit);
    return known ? first : colon;
  }

  /** A known name, and behind it neither a colon nor the blank of "Anna joined". */
  private boolean hasBrokenName(String text) {
    for (int end = 1; end < Math.min(text.length(), MAX_NAME); end++) {
      char next = text.charAt(end);
      boolean odd = next != ' ' && next != ':' && !Character.isLetterOrDigit(next);
      if (odd && shape.isSender(text.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public final List<String> remarks() {
    return shape.remarks();
  }

  @Override
  public final Optional<String> cutOff() {
    return reader.cutOff();
  }

  @Override
  protected final String origin() {
    return origin;
  }

  @Override
  public final void close() throws IOException {
    reader.close();
  }
}
