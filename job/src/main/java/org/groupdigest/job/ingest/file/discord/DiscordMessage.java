package org.groupdigest.job.ingest.file.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.groupdigest.job.ingest.file.export.Nodes;
import org.groupdigest.job.ingest.file.record.ExportedFile;
import org.groupdigest.job.ingest.file.record.FileTime;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.MediaKinds;
import org.groupdigest.job.ingest.file.record.MessagePayload;
import org.groupdigest.job.model.MediaKind;

/** One entry of an export of Discord as the payload of an event. */
final class DiscordMessage {

  /** Types that people write, by name or, where the exporter knows none, by number. */
  private static final Set<String> WRITTEN =
      Set.of(
          "",
          "Default",
          "Reply",
          "ChatInputCommand",
          "ContextMenuCommand",
          "ThreadStarterMessage",
          "0",
          "19",
          "20",
          "21",
          "23");

  private final JsonNode entry;
  private final String channelId;
  private final ImportOptions options;

  DiscordMessage(JsonNode entry, String channelId, ImportOptions options) {
    this.entry = entry;
    this.channelId = channelId;
    this.options = options;
  }

  MessagePayload payload() {
    String id = Nodes.text(entry, "id");
    MessagePayload message = new MessagePayload(id == null ? "" : id);
    message.postedAt(FileTime.of(entry.path("timestamp").textValue(), options.zone()));
    message.editedAt(FileTime.of(entry.path("timestampEdited").textValue(), options.zone()));
    sender(message);
    if (!WRITTEN.contains(entry.path("type").asText(""))) {
      message.service();
    }
    content(message);
    Nodes.objects(entry.path("reactions")).forEach(reaction -> reaction(message, reaction));
    return message;
  }

  private void sender(MessagePayload message) {
    JsonNode author = entry.path("author");
    String name = Nodes.text(author, "name");
    String shown = Nodes.firstText(author, "nickname", "name");
    String id = Nodes.text(author, "id");
    if (id == null) {
      message.senderByName(shown);
    } else {
      message.sender(id, shown);
    }
    // The names of old accounts may hold blanks; nobody can be mentioned by such a name alone.
    message.username(name != null && name.matches("\\S+") ? name : null);
    message.bot(author.path("isBot").asBoolean(false));
  }

  private void content(MessagePayload message) {
    JsonNode reference = entry.path("reference");
    String channel = Nodes.text(reference, "channelId");
    boolean here = channel == null || channel.equals(channelId);
    if (here) {
      message.replyTo(Nodes.text(reference, "messageId"));
    }
    JsonNode forwarded = entry.path("forwardedMessage");
    String text = DiscordText.of(entry.path("content").asText(""), entry.path("mentions"));
    if (text.isEmpty() && forwarded.isObject()) {
      text = DiscordText.of(forwarded.path("content").asText(""), entry.path("mentions"));
      media(message, forwarded);
    }
    message.forwardedFrom(forwarded.isObject() || !here ? "another channel" : null);
    message.text(text);
    media(message, entry);
  }

  private static void media(MessagePayload message, JsonNode from) {
    for (JsonNode file : Nodes.objects(from.path("attachments"))) {
      String name = Nodes.text(file, "fileName");
      long size = file.path("fileSizeBytes").asLong(0);
      // The address is signed and would let anybody read the file.
      message.file(MediaKinds.of(null, name), new ExportedFile(name, null, size, null, null));
    }
    for (JsonNode embed : Nodes.objects(from.path("embeds"))) {
      String description = DiscordText.of(embed(embed), embed);
      if (!description.isBlank()) {
        message.media(MediaKind.OTHER, null, description);
      }
    }
    for (JsonNode sticker : Nodes.objects(from.path("stickers"))) {
      message.media(MediaKind.STICKER, Nodes.text(sticker, "name"), null);
    }
  }

  private static String embed(JsonNode embed) {
    StringBuilder text = new StringBuilder(Nodes.joined(embed, "\n", "title", "description"));
    for (JsonNode field : Nodes.objects(embed.path("fields"))) {
      text.append(text.length() == 0 ? "" : "\n")
          .append(Nodes.joined(field, ": ", "name", "value"));
    }
    return text.toString();
  }

  /** Emoji of a server's own are written by name, as in texts. */
  private static void reaction(MessagePayload message, JsonNode reaction) {
    JsonNode emoji = reaction.path("emoji");
    String name = Nodes.firstText(emoji, "name", "code");
    if (name != null) {
      boolean own = Nodes.text(emoji, "id") != null;
      message.reaction(own ? ":" + name + ":" : name, reaction.path("count").asLong(1));
    }
  }
}
