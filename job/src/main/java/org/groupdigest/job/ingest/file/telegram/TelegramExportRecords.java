package org.groupdigest.job.ingest.file.telegram;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.json.JsonPart;
import org.groupdigest.job.ingest.file.record.FileRecord;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.InputFileException;
import org.groupdigest.job.ingest.file.record.InputFileException.Problem;
import org.groupdigest.job.model.SourcePosition;

/**
 * The entries of a Telegram Desktop export: one chat, or the chats of a whole account with those
 * that were left. A broken entry is a record that the parser refuses; the others are read. Of an
 * export that is cut off, all that is whole is there, and the last whole message says so.
 */
public final class TelegramExportRecords implements FileRecords {

  /** How many entries may be broken before one that shows what the file is. */
  private static final int MOST_LOOKED_AT = 20;

  private final SourceFile file;
  private final String origin;
  private final ExportCursor cursor;
  private final ExportChats chats;
  private final Deque<Entry> ahead = new ArrayDeque<>();
  private long index;
  private boolean drained;

  private record Entry(JsonPart part, TelegramChat chat) {}

  private TelegramExportRecords(SourceFile file, ImportOptions options) throws IOException {
    this.file = file;
    this.origin = file.path();
    this.cursor = new ExportCursor(file);
    this.chats = new ExportChats(file, options, cursor);
  }

  /** Opens an export and looks at its first entries. */
  public static TelegramExportRecords open(SourceFile file, ImportOptions options)
      throws IOException {
    TelegramExportRecords records = new TelegramExportRecords(file, options);
    try {
      records.start();
    } catch (IOException e) {
      records.close();
      throw e;
    }
    return records;
  }

  private void start() throws IOException {
    boolean broken = true;
    while (ahead.size() < MOST_LOOKED_AT && look()) {
      JsonPart part = ahead.getLast().part();
      if (part.value() != null && TelegramMessage.isPlausible(part.value())) {
        return;
      }
      broken &= part.value() == null;
    }
    // Where all entries are broken, the header of the chat shows what the file is.
    boolean export = ahead.isEmpty() || (broken && cursor.header().isComplete());
    if (cursor.chats() == 0 || !export) {
      throw new InputFileException(Problem.NOT_AN_EXPORT, file.shown());
    }
  }

  /** Reads one entry ahead; false at the end. */
  private boolean look() throws IOException {
    JsonPart part = drained ? null : cursor.nextEntry();
    drained = part == null;
    if (part != null) {
      ahead.add(new Entry(part, chats.current()));
    }
    return part != null;
  }

  @Override
  public boolean hasNext() {
    return !ahead.isEmpty();
  }

  @Override
  public FileRecord next() {
    Entry entry = ahead.poll();
    if (entry == null) {
      throw new NoSuchElementException("no entry after " + index);
    }
    try {
      if (ahead.isEmpty()) {
        look();
      }
      boolean last = isLastWhole(entry);
      return entry.chat().record(entry.part(), new SourcePosition(origin, 0, ++index), last);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + origin + " failed", e);
    }
  }

  /** Whether the file is cut off behind this entry, with nothing or half an entry after it. */
  private boolean isLastWhole(Entry entry) throws IOException {
    Entry after = ahead.peek();
    if (after != null && after.chat() == entry.chat() && after.part().value() == null) {
      look();
      return ahead.size() == 1 && cursor.cutAt().isPresent();
    }
    return after == null && cursor.cutAt().isPresent();
  }

  @Override
  public List<String> remarks() {
    return cursor.remarks();
  }

  @Override
  public long bytesRead() {
    return cursor.bytesRead();
  }

  @Override
  public Optional<String> cutOff() {
    return drained && cursor.cutAt().isPresent()
        ? Optional.of("byte %,d".formatted(cursor.cutAt().getAsLong()) + after())
        : Optional.empty();
  }

  private String after() {
    return index == 0 ? "" : ", at entry %,d".formatted(index);
  }

  @Override
  public void close() throws IOException {
    cursor.close();
  }
}
