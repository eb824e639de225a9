package org.groupdigest.job.ingest.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.chatlog.ChatLogSample;
import org.groupdigest.job.ingest.file.chatlog.TextEncoding;
import org.groupdigest.job.ingest.file.record.FileFormat;

/** Recognises the format of a file by the start of its content; its name does not matter. */
final class FormatDetector {

  private static final int START_BYTES = 1 << 16;

  /** A name in an object, with the start of its value. */
  private static final Pattern MATRIX =
      Pattern.compile(
          "\"room_name\"\\s*:|\"type\"\\s*:\\s*\"m\\.room\\.|\"event_id\"\\s*:\\s*\"\\$");

  private static final Pattern DISCORD =
      Pattern.compile("\"guild\"\\s*:\\s*\\{|\"timestampEdited\"\\s*:|\"author\"\\s*:\\s*\\{");
  private static final Pattern INSTAGRAM =
      Pattern.compile("\"timestamp_ms\"\\s*:|\"sender_name\"\\s*:|\"senderName\"\\s*:");
  private static final Pattern SLACK = Pattern.compile("\"ts\"\\s*:\\s*\"\\d{9,11}\\.\\d{6}\"");
  private static final Pattern TELEGRAM =
      Pattern.compile(
          "\"date_unixtime\"\\s*:|\"(?:chats|left_chats)\"\\s*:\\s*\\{|\"from_id\"\\s*:"
              + "|\"type\"\\s*:\\s*\"(?:message|service|unsupported|saved_messages|replies"
              + "|(?:personal|bot)_chat|(?:private|public)_(?:group|supergroup|channel))\"");

  /** A line that starts an object of ours; what is behind may be damaged. */
  private static final Pattern LINES =
      Pattern.compile(
          "^\\s*\\{[^\\n]*\"(?:message_id|event_type|group_id|posted_at)\"\\s*:",
          Pattern.MULTILINE);

  private FormatDetector() {}

  /** The format of a file; empty when its start is of none. */
  static Optional<FileFormat> detect(SourceFile file) throws IOException {
    byte[] start;
    try (InputStream in = file.open()) {
      start = in.readNBytes(START_BYTES);
    }
    String text = TextEncoding.of(start).decode(start);
    ChatLogSample chat = new ChatLogSample(text);
    if (chat.isChat()) {
      return Optional.of(chat.isSignal() ? FileFormat.SIGNAL : FileFormat.WHATSAPP);
    }
    return Optional.ofNullable(json(text));
  }

  private static FileFormat json(String text) {
    String start = text.stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return LINES.matcher(text).find() ? FileFormat.JSON_LINES : null;
    }
    return start.startsWith("{") && areLines(start) ? FileFormat.JSON_LINES : document(start);
  }

  /** The first line is a message, or, where that is damaged, two later ones are. */
  private static boolean areLines(String text) {
    int end = text.indexOf('\n');
    return LINES.matcher(end < 0 ? text : text.substring(0, end)).find()
        || LINES.matcher(text).results().limit(2).count() == 2;
  }

  private static FileFormat document(String text) {
    FileFormat first = null;
    int at = Integer.MAX_VALUE;
    for (Sign sign : Sign.values()) {
      Matcher found = sign.pattern.matcher(text);
      if (found.find() && found.start() < at) {
        at = found.start();
        first = sign.format;
      }
    }
    return first != null || !LINES.matcher(text).find() ? first : FileFormat.JSON_LINES;
  }

  private enum Sign {
    OF_MATRIX(MATRIX, FileFormat.MATRIX),
    OF_DISCORD(DISCORD, FileFormat.DISCORD),
    OF_INSTAGRAM(INSTAGRAM, FileFormat.INSTAGRAM),
    OF_SLACK(SLACK, FileFormat.SLACK),
    OF_TELEGRAM(TELEGRAM, FileFormat.TELEGRAM);

    private final Pattern pattern;
    private final FileFormat format;

    Sign(Pattern pattern, FileFormat format) {
      this.pattern = pattern;
      this.format = format;
    }
  }
}
