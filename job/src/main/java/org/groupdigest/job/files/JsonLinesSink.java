package org.groupdigest.job.files;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.groupdigest.job.model.Json;

/**
 * Writes each element as a line of JSON into a file of each parallel instance, {@code
 * <name>-<instance>.jsonl} in a folder of the local file system. For bounded runs of one process:
 * it knows no checkpoints.
 *
 * @param <T> type of the elements
 */
public final class JsonLinesSink<T> implements Sink<T> {

  private static final long serialVersionUID = 1L;

  private final String folder;
  private final String name;

  /**
   * @param folder existing folder
   * @param name start of the file names
   */
  public JsonLinesSink(Path folder, String name) {
    this.folder = folder.toString();
    this.name = name;
  }

  @Override
  public LineWriter<T> createWriter(WriterInitContext context) throws IOException {
    int instance = context.getTaskInfo().getIndexOfThisSubtask();
    Path file = Path.of(folder).resolve(name + "-" + instance + ".jsonl");
    return new LineWriter<>(Files.newBufferedWriter(file, StandardCharsets.UTF_8));
  }

  /** Writes the lines of one parallel instance. */
  static final class LineWriter<T> implements SinkWriter<T> {

    private final Writer writer;

    LineWriter(Writer writer) {
      this.writer = writer;
    }

    @Override
    public void write(T element, Context context) throws IOException {
      writer.write(Json.write(element));
      writer.write('\n');
    }

    @Override
    public void flush(boolean endOfInput) throws IOException {
      writer.flush();
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }
}
