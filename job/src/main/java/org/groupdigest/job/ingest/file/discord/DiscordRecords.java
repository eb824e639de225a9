package org.groupdigest.job.ingest.file.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.groupdigest.job.ingest.file.archive.SourceFile;
import org.groupdigest.job.ingest.file.export.ExportHeader;
import org.groupdigest.job.ingest.file.export.ExportRecords;
import org.groupdigest.job.ingest.file.export.Nodes;
import org.groupdigest.job.ingest.file.json.JsonShape;
import org.groupdigest.job.ingest.file.record.ExportedChat;
import org.groupdigest.job.ingest.file.record.FileFormat;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.MessagePayload;
import org.groupdigest.job.ingest.file.record.RecordIds;

/** The messages of one Discord channel, thread or conversation. */
public final class DiscordRecords extends ExportRecords {

  private static final JsonShape SHAPE =
      JsonShape.entriesAt("messages")
          .whole("guild", "channel")
          .startingWith("id", "type", "timestamp");

  private final String channelId;
  private final ImportOptions options;

  private DiscordRecords(
      SourceFile file, ExportedChat chat, String channelId, ImportOptions options)
      throws IOException {
    super(file, SHAPE, chat);
    this.channelId = channelId;
    this.options = options;
  }

  /** Opens an export; null when it has no messages. */
  public static DiscordRecords open(SourceFile file, ImportOptions options) throws IOException {
    ExportHeader header = ExportHeader.of(file, SHAPE);
    if (!header.hasEntries()) {
      return null;
    }
    JsonNode channel = header.value("channel");
    String channelId = Nodes.text(channel, "id");
    String groupId = RecordIds.firstOf(channelId, Nodes.text(channel, "name"), file.baseName());
    ExportedChat chat =
        new ExportedChat(
            FileFormat.DISCORD, groupId, title(header.value("guild"), channel), options);
    return new DiscordRecords(file, chat, channelId, options);
  }

  /** Server and channel; conversations are on no server. */
  private static String title(JsonNode guild, JsonNode channel) {
    String server = Nodes.text(guild, "name");
    String name = Nodes.text(channel, "name");
    boolean direct = server == null || server.equals("Direct Messages") || name == null;
    return direct ? name : server + " / " + name;
  }

  @Override
  protected MessagePayload message(JsonNode entry) {
    return new DiscordMessage(entry, channelId, options).payload();
  }
}
