package org.groupdigest.job.ingest.file.json;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import org.groupdigest.job.ingest.file.json.JsonPart.Kind;

/**
 * The parts of a JSON file, one after the other: values beside the entries, and each entry. What is
 * broken costs one part; the file may end anywhere.
 *
 * <pre>{@code
 * JsonShape shape = JsonShape.entriesAt("messages").whole("channel");
 * try (JsonParts parts = new JsonParts(in, shape)) {
 *   for (JsonPart part = parts.next(); part != null; part = parts.next()) { ... }
 *   OptionalLong cut = parts.cutAt();
 * }
 * }</pre>
 */
public final class JsonParts implements Closeable {

  private final ByteWindow window;
  private final JsonShape shape;
  private final EntryReader entries;
  private final ValueSkipper skipper;
  private final BesideEntries beside;
  private final Levels levels = new Levels();
  private List<Levels.Level> entriesLevels = List.of();
  private boolean inEntries;
  private boolean entriesSeen;
  private boolean parsed = true;
  private boolean begun;
  private int indent;

  /**
   * Parts of a stream of UTF-8.
   *
   * @param shape where the entries are
   */
  public JsonParts(InputStream in, JsonShape shape) {
    this.window = new ByteWindow(in);
    this.shape = shape;
    this.entries = new EntryReader(window, shape);
    this.skipper = new ValueSkipper(window, entries);
    this.beside = new BesideEntries(window, skipper);
  }

  /** Leaves entries without a value from now on, for those who look for what is beside them. */
  public void skimEntries() {
    parsed = false;
  }

  /** The next part, or null at the end. */
  public JsonPart next() throws IOException {
    JsonPart part = null;
    while (part == null) {
      if (inEntries) {
        part = entry();
      } else if (passBlanks() < 0) {
        return null;
      } else {
        part = step();
      }
    }
    return part;
  }

  /** Where the file ends although something is still open, known after the last part. */
  public OptionalLong cutAt() {
    return levels.isEmpty() && begun ? OptionalLong.empty() : OptionalLong.of(window.offset());
  }

  private JsonPart entry() throws IOException {
    JsonPart part = entries.next(parsed);
    inEntries = part != null;
    if (!inEntries && entries.isClosed()) {
      levels.pop();
    }
    return part;
  }

  private int passBlanks() throws IOException {
    int c = window.peek(0);
    for (int width = -1; JsonBytes.isBlank(c) || JsonBytes.isJunk(c); c = window.peek(0)) {
      width = c == '\n' ? 0 : width < 0 ? width : width + 1;
      indent = width < 0 ? indent : width;
      window.drop(1);
    }
    return c;
  }

  private JsonPart step() throws IOException {
    int c = window.peek(0);
    switch (c) {
      case ',' -> window.drop(1);
      case '}', ']' -> {
        levels.close(c);
        window.drop(1);
      }
      case '"' -> {
        return member();
      }
      case '{', '[' -> {
        return element(c);
      }
      default -> skipper.toNextMember();
    }
    return null;
  }

  /** An element of an array, or the root; after a lost bracket, the next element. */
  private JsonPart element(int bracket) throws IOException {
    if (bracket == '{' && entries.isAtEntry()) {
      return lostArray();
    }
    levels.backToArray();
    return container(levels.element());
  }

  /**
   * An entry outside of an array: the bracket that opened it is damaged, or one closed it early.
   */
  private JsonPart lostArray() {
    String path = entriesSeen ? null : shape.entriesIn(levels.path());
    if (path != null) {
      return entries(path);
    }
    if (!entriesLevels.isEmpty()) {
      levels.restore(entriesLevels);
      inEntries = true;
    } else {
      window.drop(1);
    }
    return null;
  }

  private JsonPart member() throws IOException {
    int value = JsonBytes.afterName(window, 0);
    if (value < 0) {
      skipper.toNextMember();
      return null;
    }
    if (!levels.isInObject()) {
      levels.push(levels.element(), true);
    }
    String path = levels.member(JsonBytes.name(window));
    window.drop(JsonBytes.afterBlanks(window, value));
    int c = window.peek(0);
    return c == '{' || c == '[' ? container(path) : beside.single(path);
  }

  private JsonPart container(String path) throws IOException {
    boolean object = window.peek(0) == '{';
    long at = window.offset();
    begun = true;
    if (!object && shape.holdsEntries(path)) {
      window.drop(1);
      return entries(path);
    }
    if (shape.leadsToEntries(path)) {
      levels.push(path, object);
      window.drop(1);
      entriesSeen = false;
      return object ? JsonPart.start(Kind.OBJECT, path, at) : null;
    }
    if (shape.isWhole(path)) {
      return beside.whole(path);
    }
    skipper.container();
    return null;
  }

  private JsonPart entries(String path) {
    levels.push(path, false);
    entriesLevels = levels.copy();
    entries.enter(path, indent, levels.closers());
    inEntries = true;
    entriesSeen = true;
    return JsonPart.start(Kind.ENTRIES, path, window.offset());
  }

  @Override
  public void close() throws IOException {
    window.close();
  }
}
