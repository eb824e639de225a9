package org.groupdigest.job.ingest.file.whatsapp;

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

/** The messages of one chat that WhatsApp has exported. */
public final class WhatsAppRecords extends ChatLogRecords {

  private WhatsAppRecords(
      SourceFile file, ChatLogShape shape, ExportedChat chat, ImportOptions options)
      throws IOException {
    super(file, shape, chat, options);
  }

  /**
   * Opens a chat; null when no line of the text starts with a time.
   *
   * @param container name of the zip or folder, or of the file itself
   */
  public static WhatsAppRecords open(SourceFile file, String container, ImportOptions options)
      throws IOException {
    ChatLogShape shape = ChatLogShape.of(file, options.dateOrder());
    if (shape == null) {
      return null;
    }
    String title = WhatsAppTitle.of(file, container);
    String groupId = RecordIds.firstOf(title, WhatsAppTitle.base(file, container), "chat");
    ExportedChat chat = new ExportedChat(FileFormat.WHATSAPP, groupId, title, options);
    return new WhatsAppRecords(file, shape, chat, options);
  }

  @Override
  protected boolean isName(String name) {
    return !Phrases.ALL.isSubject(name);
  }

  @Override
  protected MessagePayload message(LogEntry entry, String name, String body) {
    WhatsAppSender sender = WhatsAppSender.of(name);
    WhatsAppText text = WhatsAppText.of(body);
    if (Phrases.ALL.isDeleted(DirectionMarks.stripped(body))) {
      MessagePayload deleted = new MessagePayload(id(entry, sender.id(), "deleted")).deleted();
      sender.into(deleted);
      return deleted;
    }
    if (isOfMessenger(body, text)) {
      return service(entry, body);
    }
    MessagePayload message = new MessagePayload(id(entry, sender.id(), "said " + text.text()));
    sender.into(message);
    text.into(message);
    return message;
  }

  /** iPhones write what happened in the group as if somebody had said it, behind a mark. */
  private static boolean isOfMessenger(String body, WhatsAppText text) {
    boolean event =
        DirectionMarks.isMarked(body) && body.indexOf('\n') < 0 && Phrases.ALL.isEvent(text.text());
    return event || Phrases.ALL.isNotice(text.text());
  }
}
