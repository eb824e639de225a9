package org.groupdigest.job.ingest.file.slack;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import org.groupdigest.job.ingest.file.export.Nodes;
import org.groupdigest.job.ingest.file.record.ExportedFile;
import org.groupdigest.job.ingest.file.record.MediaKinds;
import org.groupdigest.job.ingest.file.record.MessagePayload;
import org.groupdigest.job.model.MediaKind;

/** One entry of a channel's day as the payload of an event; its time is its id. */
final class SlackMessage {

  private static final Set<String> WRITTEN =
      Set.of(
          "",
          "bot_message",
          "me_message",
          "thread_broadcast",
          "reply_broadcast",
          "file_share",
          "file_comment",
          "file_mention",
          "slackbot_response",
          "assistant_app_thread");

  private final JsonNode entry;
  private final SlackWorkspace workspace;
  private final SlackText texts;

  SlackMessage(JsonNode entry, SlackWorkspace workspace) {
    this.entry = entry;
    this.workspace = workspace;
    this.texts = new SlackText(workspace);
  }

  MessagePayload payload() {
    return switch (subtype()) {
      case "message_changed" -> new SlackMessage(entry.path("message"), workspace).payload();
      case "message_deleted" -> at(Nodes.text(entry, "deleted_ts")).deleted();
      case "tombstone" -> at(Nodes.text(entry, "ts")).deleted();
      default -> message();
    };
  }

  private String subtype() {
    return entry.path("subtype").asText("");
  }

  private MessagePayload at(String ts) {
    return new MessagePayload(ts == null ? "" : ts).postedAt(time(ts));
  }

  private MessagePayload message() {
    String ts = Nodes.text(entry, "ts");
    String thread = Nodes.text(entry, "thread_ts");
    MessagePayload message = at(ts);
    sender(message);
    message.replyTo(thread == null || thread.equals(ts) ? null : thread);
    message.editedAt(time(Nodes.text(entry.path("edited"), "ts")));
    if (!WRITTEN.contains(subtype())) {
      message.service();
    }
    text(message);
    files(message);
    for (JsonNode reaction : Nodes.objects(entry.path("reactions"))) {
      String name = Nodes.text(reaction, "name");
      if (name != null) {
        message.reaction(":" + name + ":", reaction.path("count").asLong(1));
      }
    }
    return message;
  }

  /** Times are seconds since 1970 with six decimals, which tell messages of a second apart. */
  private static Instant time(String ts) {
    try {
      return ts == null
          ? null
          : Instant.ofEpochSecond(0, new BigDecimal(ts).movePointRight(9).longValueExact());
    } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
      return null;
    }
  }

  private void sender(MessagePayload message) {
    String user = Nodes.text(entry, "user");
    String bot = Nodes.text(entry, "bot_id");
    SlackWorkspace.Person person = workspace.person(user);
    if (person == null && entry.path("user_profile").isObject()) {
      person = SlackWorkspace.person(entry.path("user_profile"), entry.path("user_profile"));
    }
    String ofBot = Nodes.firstText(entry, "username");
    String profile = ofBot == null ? Nodes.text(entry.path("bot_profile"), "name") : ofBot;
    boolean isBot = bot != null || subtype().equals("bot_message");
    String name = person == null ? profile : person.name();
    message.bot(isBot || (person != null && person.bot()));
    if (user == null && bot == null) {
      message.senderByName(name);
    } else {
      message.sender(user == null ? bot : user, name == null ? user : name);
    }
    message.username(person == null ? null : person.username());
  }

  private void text(MessagePayload message) {
    String text = texts.of(entry);
    StringBuilder attached = new StringBuilder();
    for (JsonNode attachment : Nodes.objects(entry.path("attachments"))) {
      String shown = Nodes.joined(attachment, "\n", "pretext", "title", "text");
      String whole = shown.isEmpty() ? Nodes.text(attachment, "fallback") : shown;
      if (whole != null && !text.isBlank()) {
        message.media(MediaKind.OTHER, null, texts.of(whole));
      } else if (whole != null) {
        attached.append(attached.length() == 0 ? "" : "\n").append(texts.of(whole));
      }
    }
    message.text(text.isBlank() ? attached.toString() : text);
  }

  /** The addresses of files hold a token that opens all of them. */
  private void files(MessagePayload message) {
    for (JsonNode file : Nodes.objects(entry.path("files"))) {
      String name = Nodes.firstText(file, "name", "title");
      String mimeType = Nodes.text(file, "mimetype");
      String title = Nodes.text(file, "title");
      String description = title == null || title.equals(name) ? null : title;
      message.file(
          MediaKinds.of(mimeType, name),
          new ExportedFile(name, mimeType, file.path("size").asLong(0), null, description));
    }
  }
}
