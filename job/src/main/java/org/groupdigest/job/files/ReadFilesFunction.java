package org.groupdigest.job.files;

import java.nio.file.Path;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.groupdigest.job.ingest.file.MessageFiles;
import org.groupdigest.job.ingest.file.record.FileRecord;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.pipeline.RawRecord;

/** Reads the files whose numbers come in, each as a whole. */
final class ReadFilesFunction implements FlatMapFunction<Long, RawRecord> {

  private static final long serialVersionUID = 1L;

  private final List<String> files;
  private final ImportOptions options;

  ReadFilesFunction(List<Path> files, ImportOptions options) {
    this.files = files.stream().map(Path::toString).toList();
    this.options = options;
  }

  @Override
  public void flatMap(Long number, Collector<RawRecord> out) throws Exception {
    Path file = Path.of(files.get(number.intValue()));
    try (FileRecords records = MessageFiles.open(file, options)) {
      while (records.hasNext()) {
        FileRecord record = records.next();
        out.collect(new RawRecord(record.value(), record.position(), record.time()));
      }
    }
  }
}
