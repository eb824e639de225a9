package org.groupdigest.job.ingest.file.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Stream;
import org.groupdigest.job.ingest.file.record.FileRecord;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.InputFileException;
import org.groupdigest.job.ingest.file.record.InputFileException.Problem;
import org.groupdigest.job.model.SourcePosition;

/**
 * The entries of a Telegram Desktop export: one chat, or the chats of a whole account ({@code
 * chats.list}; chats that were left are not part of it). An export that is cut off gives what it
 * holds and one broken entry.
 */
public final class TelegramExportRecords implements FileRecords {

  /** Leaves room for a number behind a name that is used as an id of at most 128 characters. */
  private static final int MAX_NAME = 100;

  private final Path file;
  private final String origin;
  private final ImportOptions options;
  private final ExportCursor cursor;
  private final Set<String> groupIds = new HashSet<>();
  private List<ChatHeader> wholeHeaders;
  private int chats;
  private TelegramChat chat;
  private long index;
  private FileRecord next;
  private boolean finished;

  private TelegramExportRecords(Path file, ImportOptions options) throws IOException {
    this.file = file;
    this.origin = file.getFileName().toString();
    this.options = options;
    this.cursor = new ExportCursor(file);
  }

  /** Opens an export and looks at its first entry. */
  public static TelegramExportRecords open(Path file, ImportOptions options) throws IOException {
    TelegramExportRecords records = new TelegramExportRecords(file, options);
    try {
      records.start();
    } catch (IOException e) {
      records.close();
      throw e instanceof JsonProcessingException
          ? new InputFileException(Problem.NOT_AN_EXPORT, file)
          : e;
    }
    return records;
  }

  private void start() throws IOException {
    if (!cursor.nextChat()) {
      throw new InputFileException(Problem.NOT_AN_EXPORT, file);
    }
    chat = nextChat();
    JsonNode first = firstEntry();
    if (first != null && !TelegramMessage.isPlausible(first)) {
      throw new InputFileException(Problem.NOT_AN_EXPORT, file);
    }
    next = first == null ? null : record(first);
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public FileRecord next() {
    FileRecord current = next;
    if (current == null) {
      throw new NoSuchElementException("no entry after " + index);
    }
    next = finished ? null : advance();
    return current;
  }

  private FileRecord advance() {
    try {
      JsonNode entry = firstEntry();
      return entry == null ? null : record(entry);
    } catch (JsonProcessingException e) {
      finished = true;
      return broken(e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + origin + " failed", e);
    }
  }

  /** The next entry of this chat or of the first later one that has any, or null. */
  private JsonNode firstEntry() throws IOException {
    JsonNode entry = cursor.nextEntry();
    while (entry == null && cursor.nextChat()) {
      chat = nextChat();
      entry = cursor.nextEntry();
    }
    finished = entry == null;
    return entry;
  }

  private TelegramChat nextChat() throws IOException {
    ChatHeader header = cursor.header();
    if (!header.isComplete()) {
      header = wholeHeader(header);
    }
    chats++;
    return new TelegramChat(header, groupId(header), options);
  }

  private ChatHeader wholeHeader(ChatHeader start) throws IOException {
    if (wholeHeaders == null) {
      wholeHeaders = ExportCursor.headers(file);
    }
    return chats < wholeHeaders.size() ? wholeHeaders.get(chats) : start;
  }

  /** The export's id, else the chat's name, else the file's; made unique inside the export. */
  private String groupId(ChatHeader header) {
    String fileName = origin.substring(0, origin.length() - ".json".length());
    String base =
        Stream.of(header.id(), header.name(), fileName, "chat")
            .filter(name -> name != null && !name.isBlank())
            .findFirst()
            .map(TelegramExportRecords::asId)
            .orElseThrow();
    String id = groupIds.contains(base) ? base + "-" + chats : base;
    groupIds.add(id);
    return id;
  }

  private static String asId(String name) {
    int[] codePoints =
        name.codePoints().filter(c -> !Character.isISOControl(c)).limit(MAX_NAME).toArray();
    return new String(codePoints, 0, codePoints.length);
  }

  private FileRecord record(JsonNode entry) {
    return chat.record(entry, new SourcePosition(origin, 0, ++index));
  }

  private FileRecord broken(JsonProcessingException e) {
    long at = e.getLocation() == null ? -1 : e.getLocation().getByteOffset();
    String value = "the export is damaged or cut off at byte " + at;
    Instant time = chat.lastTime();
    return new FileRecord(
        value.getBytes(StandardCharsets.UTF_8), time, new SourcePosition(origin, 0, ++index));
  }

  @Override
  public void close() throws IOException {
    cursor.close();
  }
}
