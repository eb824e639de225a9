package org.groupdigest.job.ingest.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.archive.SourceFiles;
import org.groupdigest.job.ingest.file.jsonlines.JsonLinesRecords;
import org.groupdigest.job.ingest.file.record.ChainedRecords;
import org.groupdigest.job.ingest.file.record.FileFormat;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.slack.SlackRecords;
import org.groupdigest.job.ingest.file.telegram.TelegramExportRecords;

/** Folder or zip of an export: a workspace of Slack, or chats among pictures and other files. */
final class Container {

  private static final Set<String> TEXTS = Set.of("txt", "json", "jsonl", "ndjson", "md");

  private final Path path;
  private final SourceFiles all;
  private final ImportOptions options;

  Container(Path path, SourceFiles files, ImportOptions options) {
    this.path = path;
    this.all = files;
    this.options = options;
  }

  /** The records of everything in it that is a chat; null without any. */
  FileRecords open() throws IOException {
    List<SourceFile> texts = all.files().stream().filter(Container::mayBeChat).toList();
    boolean slack = options.format() == null || options.format() == FileFormat.SLACK;
    List<ChainedRecords.Opener> openers =
        slack && SlackRecords.isLaidOut(texts)
            ? SlackRecords.openers(texts, all.baseName(), options)
            : chats(texts);
    return openers.isEmpty()
        ? null
        : new ChainedRecords(
            openers, all, path.getFileName().toString(), all.remarks(), all::cutOff);
  }

  /** Files that a Mac adds to a zip look like the real ones. */
  private static boolean mayBeChat(SourceFile file) {
    String name = file.name().toLowerCase(Locale.ROOT);
    String end = name.substring(name.lastIndexOf('.') + 1);
    return TEXTS.contains(end) && !name.startsWith("._") && !file.path().startsWith("__MACOSX");
  }

  private List<ChainedRecords.Opener> chats(List<SourceFile> texts) throws IOException {
    List<ChainedRecords.Opener> openers = new ArrayList<>();
    for (SourceFile file : texts) {
      Optional<FileFormat> format = FormatDetector.detect(file);
      boolean wanted = options.format() == null || format.equals(Optional.of(options.format()));
      if (format.isPresent() && wanted) {
        openers.add(() -> open(format.get(), file));
      }
    }
    return openers;
  }

  private FileRecords open(FileFormat format, SourceFile file) throws IOException {
    if (format == FileFormat.TELEGRAM) {
      return TelegramExportRecords.open(file, options);
    }
    if (format == FileFormat.JSON_LINES) {
      return new JsonLinesRecords(file, options);
    }
    String folder = file.folder().substring(file.folder().lastIndexOf('/') + 1);
    String name = folder.isEmpty() ? all.baseName() : folder;
    return MessengerFiles.open(format, List.of(file), name, options);
  }
}
