package org.groupdigest.job.ingest.file.json;

import java.io.IOException;
import org.groupdigest.job.ingest.file.json.JsonPart.Kind;

/** Values beside the entries. */
final class BesideEntries {

  private final ByteWindow window;
  private final ValueSkipper skipper;
  private final ValueScanner scanner;
  private final EntryParser parser = new EntryParser();

  BesideEntries(ByteWindow window, ValueSkipper skipper) {
    this.window = window;
    this.skipper = skipper;
    this.scanner = new ValueScanner(window, null, EntryReader.MAX_ENTRY);
  }

  /** The single value at the start of the window; a broken one is passed. */
  JsonPart single(String path) throws IOException {
    long at = window.offset();
    int end = scanner.end();
    if (end < 0 || !endsMember(window.peek(JsonBytes.afterBlanks(window, end)))) {
      skipper.toNextMember();
      return broken(path, at);
    }
    return parsed(path, end);
  }

  /** The object or array at the start of the window; a broken one is passed. */
  JsonPart whole(String path) throws IOException {
    long at = window.offset();
    int end = scanner.end();
    if (end < 0) {
      skipper.container();
      return broken(path, at);
    }
    return parsed(path, end);
  }

  private JsonPart parsed(String path, int end) throws IOException {
    JsonPart part =
        parser
            .parse(window.copy(end), scanner.sawSurrogates())
            .as(Kind.VALUE, path, window.offset());
    window.drop(end);
    return part;
  }

  private static JsonPart broken(String path, long at) {
    return new JsonPart(Kind.VALUE, path, null, "not JSON", false, at);
  }

  private static boolean endsMember(int c) {
    return c == ',' || c == '}' || c == ']' || c < 0;
  }
}
