package org.groupdigest.job.ingest.file.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Format of a file of messages: JSON Lines, or the export of a messenger. */
public enum FileFormat {
  /** One message a line, flat or in the envelope of {@code group.message.ingested}. */
  JSON_LINES("jsonl", "JSON Lines"),
  /** {@code result.json} of Telegram Desktop, one chat or a whole account. */
  TELEGRAM("telegram", "Telegram Desktop export"),
  /** "Export chat" of WhatsApp: a text file, or the zip around it. */
  WHATSAPP("whatsapp", "WhatsApp export"),
  /** Export of a Slack workspace: a zip or its folder. */
  SLACK("slack", "Slack export"),
  /** JSON of DiscordChatExporter. */
  DISCORD("discord", "Discord export"),
  /** Text export of Signal. */
  SIGNAL("signal", "Signal export"),
  /** JSON of Instagram's or Messenger's "download your information". */
  INSTAGRAM("instagram", "Instagram or Messenger export"),
  /** JSON that Element writes of a Matrix room. */
  MATRIX("matrix", "Matrix export");

  private final String wireName;
  private final String title;

  FileFormat(String wireName, String title) {
    this.wireName = wireName;
    this.title = title;
  }

  /** Name on the command line, and the source of the messages of a messenger. */
  public String wireName() {
    return wireName;
  }

  /** Name in a sentence. */
  public String title() {
    return title;
  }

  /** The format of a name on the command line, in any case. */
  public static Optional<FileFormat> of(String name) {
    String folded = name.strip().toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(format -> format.wireName.equals(folded)).findFirst();
  }
}
