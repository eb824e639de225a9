package org.groupdigest.job.files;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.groupdigest.job.model.DigestRecord;

/** Writes stored digests as {@link DigestFile} lines, for those who look at a running job. */
public final class DigestFileSink implements Sink<DigestRecord> {

  private static final long serialVersionUID = 1L;

  private final JsonLinesSink<DigestFile> lines;

  /**
   * @param folder existing folder
   */
  public DigestFileSink(Path folder) {
    this.lines = new JsonLinesSink<>(folder, "digests");
  }

  @Override
  public SinkWriter<DigestRecord> createWriter(WriterInitContext context) throws IOException {
    return new LaidOut(lines.createWriter(context));
  }

  /** Lays a digest out before it is written. */
  private static final class LaidOut implements SinkWriter<DigestRecord> {

    private final JsonLinesSink.LineWriter<DigestFile> writer;

    LaidOut(JsonLinesSink.LineWriter<DigestFile> writer) {
      this.writer = writer;
    }

    @Override
    public void write(DigestRecord digest, Context at) throws IOException {
      writer.write(DigestFile.of(digest), at);
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
