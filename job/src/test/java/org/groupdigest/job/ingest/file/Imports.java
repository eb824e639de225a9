package org.groupdigest.job.ingest.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.ingest.MessageParser;
import org.groupdigest.job.ingest.ParsedRecord;
import org.groupdigest.job.ingest.file.record.FileRecord;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.MessageEvent;

/** A file read and parsed, for the tests. */
public record Imports(
    List<FileRecord> records, List<MessageEvent> events, List<DeadLetter> invalid) {

  public static Imports of(Path file, ImportOptions options) throws IOException {
    Imports imports = new Imports(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    MessageParser parser = new MessageParser((tenant, text) -> text);
    try (FileRecords records = MessageFiles.open(file, options)) {
      while (records.hasNext()) {
        FileRecord record = records.next();
        imports.records.add(record);
        imports.take(parser.parse(record.value(), record.position(), record.time()));
      }
    }
    return imports;
  }

  public static Imports of(Path folder, String name, String content) throws IOException {
    return of(write(folder, name, content), ImportOptions.defaults());
  }

  public static Path write(Path folder, String name, String content) throws IOException {
    return Files.write(folder.resolve(name), content.getBytes(StandardCharsets.UTF_8));
  }

  private void take(ParsedRecord record) {
    if (record instanceof ParsedRecord.Accepted accepted) {
      events.add(accepted.event());
    } else if (record instanceof ParsedRecord.Invalid refused) {
      invalid.add(refused.letter());
    }
  }

  public MessageEvent event(String messageId) {
    return events.stream()
        .filter(event -> event.messageId().equals(messageId))
        .findFirst()
        .orElseThrow();
  }
}
