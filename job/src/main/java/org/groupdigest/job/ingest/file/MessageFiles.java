package org.groupdigest.job.ingest.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.groupdigest.job.ingest.file.jsonlines.JsonLinesRecords;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.InputFileException;
import org.groupdigest.job.ingest.file.record.InputFileException.Problem;
import org.groupdigest.job.ingest.file.telegram.TelegramExportRecords;

/**
 * Opens files of messages: {@code .jsonl} (or {@code .ndjson}) with one message a line, and {@code
 * .json} exports of Telegram Desktop. Every entry becomes a record of {@code
 * group.message.ingested}, so that one parser validates and masks whatever comes in.
 *
 * <pre>{@code
 * try (FileRecords records = MessageFiles.open(Path.of("result.json"), ImportOptions.defaults())) {
 *   records.forEachRemaining(record -> parser.parse(record.value(), record.position(), record.time()));
 * }
 * }</pre>
 */
public final class MessageFiles {

  private MessageFiles() {}

  /**
   * Opens a file.
   *
   * @throws InputFileException when the file cannot be used at all
   * @throws IOException when reading fails
   */
  public static FileRecords open(Path file, ImportOptions options) throws IOException {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new InputFileException(Problem.UNREADABLE, file);
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
      return new JsonLinesRecords(file, options);
    }
    if (name.endsWith(".json")) {
      return TelegramExportRecords.open(file, options);
    }
    throw new InputFileException(Problem.UNKNOWN_FORMAT, file);
  }
}
