package org.groupdigest.job.ingest.file.jsonlines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.record.FileRecord;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.TextFile;
import org.groupdigest.job.model.SourcePosition;

/**
 * One message a line; blank lines are skipped, broken ones are passed on as they are. A last line
 * that is begun and not ended says that the file is cut off.
 */
public final class JsonLinesRecords implements FileRecords {

  /** Longer lines cannot pass the parser's limit of 1 MiB. */
  private static final int MAX_LINE_BYTES = 1 << 20;

  private final LineReader lines;
  private final FlatMessage flatMessage;
  private final String origin;
  private final TextFile text;
  private Instant lastTime = Instant.EPOCH;
  private Line next;
  private Line cut;

  private record Line(FlatMessage.Reading reading, long number, boolean cut) {}

  public JsonLinesRecords(SourceFile file, ImportOptions options) throws IOException {
    this.text = TextFile.open(file.open());
    this.lines = new LineReader(text.utf8(), MAX_LINE_BYTES);
    this.flatMessage = new FlatMessage(options);
    this.origin = file.path();
    this.next = nextLine();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public FileRecord next() {
    Line line = next;
    if (line == null) {
      throw new NoSuchElementException("no line after " + lines.number());
    }
    cut = line.cut() ? line : null;
    next = line.cut() ? null : nextLine();
    boolean lastWhole = !line.cut() && next != null && next.cut();
    SourcePosition position = new SourcePosition(origin, 0, line.number());
    FileRecord record = flatMessage.record(line.reading(), lastTime, position, lastWhole);
    lastTime = record.time();
    return record;
  }

  private Line nextLine() {
    try {
      byte[] bytes = lines.next();
      while (bytes != null && isBlank(bytes)) {
        bytes = lines.next();
      }
      return bytes == null ? null : line(flatMessage.read(bytes));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + origin + " failed", e);
    }
  }

  private Line line(FlatMessage.Reading reading) {
    boolean cut = !lines.isEnded() && reading.message() == null && reading.bytes()[0] == '{';
    return new Line(reading, lines.number(), cut);
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  @Override
  public List<String> remarks() {
    return text.remarks();
  }

  @Override
  public long bytesRead() {
    return text.bytesRead().getAsLong();
  }

  @Override
  public Optional<String> cutOff() {
    return cut == null ? Optional.empty() : Optional.of("line %,d".formatted(cut.number()));
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
