package org.groupdigest.job.ingest.file.jsonlines;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.NoSuchElementException;
import org.groupdigest.job.ingest.file.record.FileRecord;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.model.SourcePosition;

/** One message a line; blank lines are skipped, broken ones are passed on as they are. */
public final class JsonLinesRecords implements FileRecords {

  /** Longer lines cannot pass the parser's limit of 1 MiB. */
  private static final int MAX_LINE_BYTES = 1 << 20;

  private final LineReader lines;
  private final FlatMessage flatMessage;
  private final String origin;
  private Instant lastTime = Instant.EPOCH;
  private byte[] nextLine;

  public JsonLinesRecords(Path file, ImportOptions options) throws IOException {
    this.lines =
        new LineReader(new BufferedInputStream(Files.newInputStream(file)), MAX_LINE_BYTES);
    this.flatMessage = new FlatMessage(options);
    this.origin = file.getFileName().toString();
    this.nextLine = nextLine();
    dropByteOrderMark();
  }

  @Override
  public boolean hasNext() {
    return nextLine != null;
  }

  @Override
  public FileRecord next() {
    if (nextLine == null) {
      throw new NoSuchElementException("no line after " + lines.number());
    }
    SourcePosition position = new SourcePosition(origin, 0, lines.number());
    FileRecord record = flatMessage.record(nextLine, lastTime, position);
    lastTime = record.time();
    nextLine = nextLine();
    return record;
  }

  private byte[] nextLine() {
    try {
      byte[] line = lines.next();
      while (line != null && isBlank(line)) {
        line = lines.next();
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + origin + " failed", e);
    }
  }

  private void dropByteOrderMark() {
    byte[] line = nextLine;
    boolean marked =
        line != null
            && line.length >= 3
            && line[0] == (byte) 0xEF
            && line[1] == (byte) 0xBB
            && line[2] == (byte) 0xBF;
    nextLine = marked ? Arrays.copyOfRange(line, 3, line.length) : line;
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
  public void close() throws IOException {
    lines.close();
  }
}
