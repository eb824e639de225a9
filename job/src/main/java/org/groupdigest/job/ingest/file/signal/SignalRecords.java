package org.groupdigest.job.ingest.file.signal;

import java.io.IOException;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.chatlog.ChatLogRecords;
import org.groupdigest.job.ingest.file.chatlog.ChatLogShape;
import org.groupdigest.job.ingest.file.chatlog.DirectionMarks;
import org.groupdigest.job.ingest.file.chatlog.LogEntry;
import org.groupdigest.job.ingest.file.record.ExportedChat;
import org.groupdigest.job.ingest.file.record.FileFormat;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.MessagePayload;
import org.groupdigest.job.ingest.file.record.RecordIds;

/** The messages of one chat of Signal. */
public final class SignalRecords extends ChatLogRecords {

  private SignalRecords(
      SourceFile file, ChatLogShape shape, ExportedChat chat, ImportOptions options)
      throws IOException {
    super(file, shape, chat, options);
  }

  /**
   * Opens a chat; null when no line of the text starts with a time.
   *
   * @param container name of the zip or folder, or of the file itself
   */
  public static SignalRecords open(SourceFile file, String container, ImportOptions options)
      throws IOException {
    ChatLogShape shape = ChatLogShape.of(file, options.dateOrder());
    if (shape == null) {
      return null;
    }
    // Tools put each chat into a folder of its name, and call the file after its kind.
    String own =
        file.baseName().equals("chat") || file.baseName().equals("index") ? null : file.baseName();
    String folder = file.folder().substring(file.folder().lastIndexOf('/') + 1);
    String groupId = RecordIds.firstOf(own, folder, container);
    String title = own == null && !folder.isEmpty() ? folder : null;
    ExportedChat chat = new ExportedChat(FileFormat.SIGNAL, groupId, title, options);
    return new SignalRecords(file, shape, chat, options);
  }

  @Override
  protected boolean isName(String name) {
    return true;
  }

  @Override
  protected MessagePayload message(LogEntry entry, String name, String body) {
    String sender = DirectionMarks.stripped(name);
    boolean angled = sender.startsWith("<") && sender.endsWith(">") && sender.length() > 2;
    String shown = angled ? sender.substring(1, sender.length() - 1) : sender;
    SignalText text = SignalText.of(body);
    MessagePayload message = new MessagePayload(id(entry, shown, text.text())).senderByName(shown);
    text.into(message);
    return message;
  }
}
