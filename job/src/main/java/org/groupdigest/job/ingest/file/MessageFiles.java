package org.groupdigest.job.ingest.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.archive.SourceFiles;
import org.groupdigest.job.ingest.file.jsonlines.JsonLinesRecords;
import org.groupdigest.job.ingest.file.record.FileFormat;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.InputFileException;
import org.groupdigest.job.ingest.file.record.InputFileException.Problem;
import org.groupdigest.job.ingest.file.telegram.TelegramExportRecords;

/**
 * Opens files of messages: JSON Lines and the exports of messengers, alone, in a folder or in a
 * zip. The format is recognised by content, unless the options name it. Every entry becomes a
 * record of {@code group.message.ingested}, so that one parser validates and masks whatever comes
 * in.
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
   * Opens a file, folder or zip.
   *
   * @throws InputFileException when it cannot be used at all
   * @throws IOException when reading fails
   */
  public static FileRecords open(Path path, ImportOptions options) throws IOException {
    if (!Files.isReadable(path) || (!Files.isRegularFile(path) && !Files.isDirectory(path))) {
      throw new InputFileException(Problem.UNREADABLE, path);
    }
    SourceFiles files = SourceFiles.of(path);
    try {
      FileRecords records =
          files.isSingle() ? single(files, options) : new Container(path, files, options).open();
      if (records == null) {
        throw options.format() == null
            ? new InputFileException(Problem.UNKNOWN_FORMAT, path)
            : InputFileException.notOf(options.format(), path);
      }
      return records;
    } catch (IOException | RuntimeException e) {
      files.close();
      throw e;
    }
  }

  private static FileRecords single(SourceFiles files, ImportOptions options) throws IOException {
    SourceFile file = files.files().get(0);
    FileFormat format = options.format() != null ? options.format() : format(file);
    if (format == null) {
      return null;
    }
    return switch (format) {
      case JSON_LINES -> new JsonLinesRecords(file, options);
      case TELEGRAM -> TelegramExportRecords.open(file, options);
      default -> MessengerFiles.open(format, List.of(file), file.baseName(), options);
    };
  }

  /** By content; of damaged or empty JSON Lines the name alone may tell. */
  private static FileFormat format(SourceFile file) throws IOException {
    Optional<FileFormat> detected = FormatDetector.detect(file);
    String name = file.name().toLowerCase(Locale.ROOT);
    boolean lines = name.endsWith(".jsonl") || name.endsWith(".ndjson");
    return detected.orElse(lines ? FileFormat.JSON_LINES : null);
  }
}
