package org.groupdigest.job.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.groupdigest.job.model.DigestRecord;

/** Writes stored digests as {@link DigestFile} lines, for those who look at a running job. */
public final class DigestFileSink implements Sink<DigestRecord> {

  private static final long serialVersionUID = 1L;

  private final JsonLinesSink<DigestFile> lines;
  private final HashMap<String, String> linkPatterns;

  /**
   * @param folder existing folder
   * @param linkPatterns URL template by source
   */
  public DigestFileSink(Path folder, Map<String, String> linkPatterns) {
    this.linkPatterns = new HashMap<>(linkPatterns);
    this.lines = new JsonLinesSink<>(folder, "digests");
  }

  @Override
  public SinkWriter<DigestRecord> createWriter(WriterInitContext context) throws IOException {
    return new LaidOut(lines.createWriter(context), linkPatterns);
  }

  /** Lays a digest out before it is written. */
  private static final class LaidOut implements SinkWriter<DigestRecord> {

    private final JsonLinesSink.LineWriter<DigestFile> writer;
    private final Map<String, String> linkPatterns;

    LaidOut(JsonLinesSink.LineWriter<DigestFile> writer, Map<String, String> linkPatterns) {
      this.writer = writer;
      this.linkPatterns = linkPatterns;
    }

    @Override
    public void write(DigestRecord digest, Context at) throws IOException {
      writer.write(DigestFile.of(digest, linkPatterns), at);
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      writer.flush(endOfInput);
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }
}
