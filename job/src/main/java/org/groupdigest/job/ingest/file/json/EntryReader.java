package org.groupdigest.job.ingest.file.json;

import java.io.IOException;
import org.groupdigest.job.ingest.file.json.EntryCutter.Behind;
import org.groupdigest.job.ingest.file.json.EntryCutter.Cut;

/** The elements of an array of entries, one after the other. */
final class EntryReader {

  /** Longest entry in bytes; nothing longer passes the parser of messages. */
  static final int MAX_ENTRY = 1 << 20;

  private final ByteWindow window;
  private final EntryStart start;
  private final ValueScanner scanner;
  private final EntryCutter cutter;
  private final EntrySeparator separator;
  private final EntryParser parser = new EntryParser();
  private String path = "";
  private boolean lost;
  private boolean closed;
  private boolean unseparated;

  EntryReader(ByteWindow window, JsonShape shape) {
    this.window = window;
    this.start = new EntryStart(shape.firstNames());
    this.scanner = new ValueScanner(window, start, MAX_ENTRY);
    this.cutter = new EntryCutter(window, start, shape.entriesNames(), MAX_ENTRY);
    this.separator = new EntrySeparator(window, start);
  }

  /** Whether an entry starts at the start of the window, as the entries before it did. */
  boolean isAtEntry() throws IOException {
    return start.isNamedAt(window, 0);
  }

  /** Goes into an array, behind its bracket. */
  void enter(String entries, int indent, String closers) {
    path = entries;
    lost = false;
    unseparated = false;
    start.forget();
    cutter.inside(indent, closers);
  }

  /** Whether the array has ended, by its bracket or by something that is behind it. */
  boolean isClosed() {
    return lost || closed;
  }

  /** The next entry, or null at the end of the array, which is then passed, or of the stream. */
  JsonPart next(boolean parsed) throws IOException {
    if (lost) {
      return null;
    }
    start.opens(passSeparator());
    int c = window.peek(0);
    closed = c >= 0;
    if (c == ']') {
      window.drop(1);
    }
    return c < 0 || c == ']' || c == '}' ? null : entry(parsed);
  }

  /** Indentation of what follows, or -1 if it is on the same line. */
  private int passSeparator() throws IOException {
    int indent = -1;
    for (int c = window.peek(0); JsonBytes.isBetween(c); c = window.peek(0)) {
      indent = c == '\n' ? 0 : indent < 0 ? -1 : indent + 1;
      window.drop(1);
    }
    return indent;
  }

  private JsonPart entry(boolean parsed) throws IOException {
    int end = scanner.end();
    if (end < 0 || !separator.follows(end)) {
      return broken(parsed);
    }
    start.closed(window, end);
    boolean repaired = unseparated || separator.isDamaged();
    unseparated = separator.isMissing();
    JsonPart part = parsed ? part(end, scanner.sawSurrogates()) : skipped();
    window.drop(end + separator.junk());
    return repaired ? part.alsoRepaired() : part;
  }

  private JsonPart part(int end, boolean suspicious) {
    return parser
        .parse(window.copy(end), suspicious)
        .as(JsonPart.Kind.ENTRY, path, window.offset());
  }

  private JsonPart skipped() {
    return JsonPart.start(JsonPart.Kind.ENTRY, path, window.offset());
  }

  private JsonPart broken(boolean parsed) throws IOException {
    Cut cut = cutter.from(1);
    JsonPart part =
        switch (cut.behind()) {
          case NOTHING -> problem("cut off at byte " + (window.offset() + cut.at()));
          case MORE -> problem("longer than " + MAX_ENTRY + " bytes");
          default -> parsed ? part(lengthWithoutSeparator(cut.at()), true) : skipped();
        };
    while (cut.behind() == Behind.MORE) {
      window.drop(cut.at());
      cut = cutter.from(0);
    }
    window.drop(cut.at());
    lost = cut.behind() == Behind.OTHER_ARRAY;
    unseparated = false;
    return part;
  }

  private JsonPart problem(String problem) {
    return new JsonPart(JsonPart.Kind.ENTRY, path, null, problem, false, window.offset());
  }

  private int lengthWithoutSeparator(int length) throws IOException {
    int end = length;
    while (end > 1 && JsonBytes.isBetween(window.peek(end - 1))) {
      end--;
    }
    return end;
  }
}
