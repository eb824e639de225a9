package org.groupdigest.job.ingest.file.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Locale;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.export.ExportHeader;
import org.groupdigest.job.ingest.file.export.ExportRecords;
import org.groupdigest.job.ingest.file.json.JsonShape;
import org.groupdigest.job.ingest.file.record.ExportedChat;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.MessagePayload;
import org.groupdigest.job.ingest.file.record.RecordIds;
import org.groupdigest.job.ingest.file.record.RepeatedIds;

/**
 * The messages of one file of a conversation of Instagram or Messenger. A long conversation is in
 * several files of one folder, which have the same group.
 */
public final class InstagramRecords extends ExportRecords {

  private static final JsonShape SHAPE =
      JsonShape.entriesAt("messages").startingWith("sender_name", "timestamp_ms");

  private final RepeatedIds ids = new RepeatedIds("m");

  private InstagramRecords(SourceFile file, ExportedChat chat) throws IOException {
    super(file, SHAPE, chat);
  }

  /**
   * Opens a file; null when it has no messages.
   *
   * @param container name of the zip or folder, or of the file itself
   */
  public static InstagramRecords open(SourceFile file, String container, ImportOptions options)
      throws IOException {
    ExportHeader header = ExportHeader.of(file, SHAPE);
    if (!header.hasEntries()) {
      return null;
    }
    String title = Mojibake.undone(header.text("title"));
    String thread = lastName(header.text("thread_path"));
    String folder = lastName(file.folder());
    String groupId = RecordIds.firstOf(thread, folder, header.text("threadName"), title, container);
    String shown = title == null ? header.text("threadName") : title;
    return new InstagramRecords(
        file, new ExportedChat(source(file, header), groupId, shown, options));
  }

  /** Both write the same; only Messenger writes encrypted conversations and "facebook". */
  private static String source(SourceFile file, ExportHeader header) {
    String path = file.path().toLowerCase(Locale.ROOT);
    boolean messenger =
        header.text("threadName") != null
            || path.contains("facebook")
            || path.contains("messenger");
    return messenger ? "messenger" : "instagram";
  }

  private static String lastName(String path) {
    return path == null || path.isBlank() ? null : path.substring(path.lastIndexOf('/') + 1);
  }

  @Override
  protected MessagePayload message(JsonNode entry) {
    return new InstagramMessage(entry).payload(ids);
  }
}
