package org.groupdigest.job.ingest.file.telegram;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.record.ImportOptions;

/** The chats of one export, each with a group id of its own. */
final class ExportChats {

  /** Leaves room for a number behind a name that is used as an id of at most 128 characters. */
  private static final int MAX_NAME = 100;

  private final SourceFile file;
  private final ImportOptions options;
  private final ExportCursor cursor;
  private final Set<String> groupIds = new HashSet<>();
  private List<ChatHeader> wholeHeaders;
  private TelegramChat chat;
  private int number;

  ExportChats(SourceFile file, ImportOptions options, ExportCursor cursor) {
    this.file = file;
    this.options = options;
    this.cursor = cursor;
  }

  /** The chat of the cursor's last entry. */
  TelegramChat current() throws IOException {
    if (number != cursor.chats()) {
      number = cursor.chats();
      ChatHeader header = header();
      chat = new TelegramChat(header, groupId(header), options);
    }
    return chat;
  }

  private ChatHeader header() throws IOException {
    ChatHeader start = cursor.header();
    if (start.isComplete()) {
      return start;
    }
    if (wholeHeaders == null) {
      wholeHeaders = ExportCursor.headers(file);
    }
    return number <= wholeHeaders.size() ? wholeHeaders.get(number - 1) : start;
  }

  /** The export's id, else the chat's name, else the file's; made unique inside the export. */
  private String groupId(ChatHeader header) {
    String fileName = file.name().replaceFirst("(?i)\\.json$", "");
    String base =
        Stream.of(header.id(), header.name(), fileName, "chat")
            .filter(name -> name != null && !name.isBlank())
            .findFirst()
            .map(ExportChats::asId)
            .orElseThrow();
    String id = groupIds.contains(base) ? base + "-" + number : base;
    groupIds.add(id);
    return id;
  }

  private static String asId(String name) {
    int[] codePoints =
        name.codePoints().filter(c -> !Character.isISOControl(c)).limit(MAX_NAME).toArray();
    return new String(codePoints, 0, codePoints.length);
  }
}
