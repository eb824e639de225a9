package org.groupdigest.job.ingest.file.record;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Format of a file of messages: JSON Lines, or the export of a messenger. */
public enum FileFormat {
  /** One message a line, flat or in the envelope of {@code group.message.ingested}. */
  JSON_LINES("jsonl", "file of JSON Lines", "give a message a line, each a JSON object"),
  /** {@code result.json} of Telegram Desktop, one chat or a whole account. */
  TELEGRAM(
      "telegram",
      "Telegram Desktop export",
      "export the chat from Telegram Desktop as machine-readable JSON, or give JSON Lines"),
  /** "Export chat" of WhatsApp: a text file, or the zip around it. */
  WHATSAPP(
      "whatsapp", "WhatsApp export", "use \"Export chat\" in WhatsApp and give its .txt or .zip"),
  /** Export of a Slack workspace: a zip or its folder. */
  SLACK("slack", "Slack export", "export the workspace in Slack and give the zip or its folder"),
  /** JSON of DiscordChatExporter. */
  DISCORD("discord", "Discord export", "export the channel with DiscordChatExporter as JSON"),
  /** Text export of Signal. */
  SIGNAL(
      "signal", "Signal export", "give a text with lines such as [2025-11-12 10:00] Anna: hello"),
  /** JSON of Instagram's or Messenger's "download your information". */
  INSTAGRAM(
      "instagram",
      "Instagram or Messenger export",
      "download your information as JSON and give message_1.json or the inbox folder"),
  /** JSON that Element writes of a Matrix room. */
  MATRIX("matrix", "Matrix export", "use \"Export chat\" in Element with the format JSON");

  /** Another name of {@link #INSTAGRAM}: both write the same files. */
  private static final String MESSENGER = "messenger";

  private final String wireName;
  private final String title;
  private final String howToExport;

  FileFormat(String wireName, String title, String howToExport) {
    this.wireName = wireName;
    this.title = title;
    this.howToExport = howToExport;
  }

  /** Name on the command line, and the source of the messages of a messenger. */
  public String wireName() {
    return wireName;
  }

  /** Name in a sentence. */
  public String title() {
    return title;
  }

  /** How people get such a file, as an advice. */
  public String howToExport() {
    return howToExport;
  }

  /** The format of a name on the command line, in any case. */
  public static Optional<FileFormat> of(String name) {
    String given = name.strip().toLowerCase(Locale.ROOT);
    String folded = given.equals(MESSENGER) ? INSTAGRAM.wireName : given;
    return Arrays.stream(values()).filter(format -> format.wireName.equals(folded)).findFirst();
  }
}
