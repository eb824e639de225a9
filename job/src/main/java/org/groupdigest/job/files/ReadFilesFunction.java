package org.groupdigest.job.files;

import java.nio.file.Path;
import java.util.List;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.groupdigest.job.ingest.file.MessageFiles;
import org.groupdigest.job.ingest.file.record.FileRecord;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.pipeline.RawRecord;

/** Reads the files whose numbers come in, each as a whole; then reports what it came to. */
final class ReadFilesFunction extends ProcessFunction<Long, RawRecord> {

  static final OutputTag<FileReport> REPORTS = new OutputTag<>("file-reports") {};

  private static final long serialVersionUID = 1L;

  /** Records between two looks at how far the file is read. */
  private static final int PACE = 256;

  private final List<String> files;
  private final ImportOptions options;

  ReadFilesFunction(List<Path> files, ImportOptions options) {
    this.files = files.stream().map(Path::toString).toList();
    this.options = options;
  }

  @Override
  public void processElement(Long number, Context context, Collector<RawRecord> out)
      throws Exception {
    String file = files.get(number.intValue());
    ReadProgress progress = ReadProgress.OF_THIS_PROCESS;
    long entries = 0;
    long known = 0;
    try (FileRecords records = MessageFiles.open(Path.of(file), options)) {
      while (records.hasNext()) {
        FileRecord record = records.next();
        out.collect(new RawRecord(record.value(), record.position(), record.time()));
        entries++;
        progress.read();
        if (entries % PACE == 0 || !records.hasNext()) {
          long bytes = records.bytesRead();
          progress.readBytes(bytes - known);
          known = bytes;
        }
      }
      String cutOff = records.cutOff().orElse(null);
      context.output(
          REPORTS, new FileReport(file, entries, List.copyOf(records.remarks()), cutOff));
    }
  }
}
