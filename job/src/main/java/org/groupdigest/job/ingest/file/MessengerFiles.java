package org.groupdigest.job.ingest.file;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.discord.DiscordRecords;
import org.groupdigest.job.ingest.file.instagram.InstagramRecords;
import org.groupdigest.job.ingest.file.matrix.MatrixRecords;
import org.groupdigest.job.ingest.file.record.ChainedRecords;
import org.groupdigest.job.ingest.file.record.FileFormat;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.signal.SignalRecords;
import org.groupdigest.job.ingest.file.slack.SlackRecords;
import org.groupdigest.job.ingest.file.whatsapp.WhatsAppRecords;

/** Readers of the exports that lie in files of any place, disk or zip. */
final class MessengerFiles {

  private MessengerFiles() {}

  /**
   * The records of a chat; null when the files are none of that format.
   *
   * @param files one file, or for Slack all of the workspace
   * @param container name of the zip or folder, or of the file itself
   */
  static FileRecords open(
      FileFormat format, List<SourceFile> files, String container, ImportOptions options)
      throws IOException {
    SourceFile file = files.get(0);
    return switch (format) {
      case WHATSAPP -> WhatsAppRecords.open(file, container, options);
      case SIGNAL -> SignalRecords.open(file, container, options);
      case DISCORD -> DiscordRecords.open(file, options);
      case INSTAGRAM -> InstagramRecords.open(file, container, options);
      case MATRIX -> MatrixRecords.open(file, options);
      case SLACK -> slack(files, container, options);
      case JSON_LINES, TELEGRAM -> null;
    };
  }

  private static FileRecords slack(List<SourceFile> files, String container, ImportOptions options)
      throws IOException {
    List<ChainedRecords.Opener> days = SlackRecords.openers(files, container, options);
    return days.isEmpty()
        ? null
        : new ChainedRecords(days, () -> {}, container, List.of(), Optional::empty);
  }
}
