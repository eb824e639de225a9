package org.groupdigest.job.ingest.file.instagram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.groupdigest.job.ingest.file.export.Nodes;
import org.groupdigest.job.ingest.file.record.ExportedFile;
import org.groupdigest.job.ingest.file.record.MediaKinds;
import org.groupdigest.job.ingest.file.record.MessagePayload;
import org.groupdigest.job.ingest.file.record.RepeatedIds;
import org.groupdigest.job.model.MediaKind;

/** One entry of a conversation as the payload of an event. */
final class InstagramMessage {

  private static final Set<String> OF_MESSENGER =
      Set.of("Subscribe", "Unsubscribe", "Call", "subscribe", "unsubscribe", "call");

  /** Lines about a message, written as if they were one. */
  private static final Pattern ABOUT_MESSAGE =
      Pattern.compile(
          "(?:.{0,80}\\s)?(?:reacted \\S+ to your message|reacted \\S+ to a message|"
              + "liked (?:a|your) message|unsent a message|"
              + "отреагировал(?:\\(а\\)|а)? \\S+ на ваше сообщение|"
              + "поставил(?:\\(а\\)|а)? «Нравится» .{0,30}сообщению|"
              + "hat (?:mit \\S+ )?auf deine Nachricht (?:mit \\S+ )?reagiert|"
              + "reaccionó con \\S+ a tu mensaje|a réagi \\S+ à votre message|"
              + "ha reagito al tuo messaggio con \\S+|reagiu com \\S+ à sua mensagem)\\s*\\.?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** What stands in place of a text where a file was sent. */
  private static final Pattern SENT_FILE =
      Pattern.compile(
          ".{0,80}\\s(?:sent (?:an attachment|a photo|a video|a voice message|a sticker|a GIF)|"
              + "отправил(?:\\(а\\)|а|и)? (?:вложение|фото|видео))\\.?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final JsonNode entry;

  InstagramMessage(JsonNode entry) {
    this.entry = entry;
  }

  MessagePayload payload(RepeatedIds ids) {
    String sender = Mojibake.undone(Nodes.firstText(entry, "sender_name", "senderName"));
    String content = Mojibake.undone(Nodes.firstText(entry, "content", "text"));
    String time = Nodes.firstText(entry, "timestamp_ms", "timestamp");
    MessagePayload message = new MessagePayload(ids.next(time, sender, content));
    message.postedAt(millis(time)).senderByName(sender);
    media(message);
    boolean unsent = isTrue("is_unsent") || isTrue("isUnsent");
    if (unsent || isOfMessenger(content)) {
      message.service();
    }
    boolean fileOnly =
        message.hasMedia() && content != null && SENT_FILE.matcher(content).matches();
    message.text(content == null || unsent || fileOnly ? "" : content);
    for (JsonNode reaction : Nodes.objects(entry.path("reactions"))) {
      String emoji = Mojibake.undone(Nodes.text(reaction, "reaction"));
      if (emoji != null) {
        message.reaction(emoji, 1);
      }
    }
    return message;
  }

  private boolean isTrue(String field) {
    return entry.path(field).asBoolean(false);
  }

  private boolean isOfMessenger(String content) {
    return OF_MESSENGER.contains(entry.path("type").asText(""))
        || entry.has("call_duration")
        || (content != null && ABOUT_MESSAGE.matcher(content).matches());
  }

  private static Instant millis(String digits) {
    try {
      return digits == null ? null : Instant.ofEpochMilli(Long.parseLong(digits));
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private void media(MessagePayload message) {
    files(message, "photos", MediaKind.IMAGE);
    files(message, "videos", MediaKind.VIDEO);
    files(message, "gifs", MediaKind.VIDEO);
    files(message, "audio_files", MediaKind.AUDIO);
    files(message, "files", MediaKind.DOCUMENT);
    files(message, "media", null);
    if (entry.path("sticker").isObject()) {
      message.media(MediaKind.STICKER, null, null);
    }
    String shared =
        Mojibake.undone(
            Nodes.joined(entry.path("share"), " ", "share_text", "original_content_owner", "link"));
    if (!shared.isEmpty()) {
      message.media(MediaKind.OTHER, null, shared);
    }
  }

  private void files(MessagePayload message, String field, MediaKind kind) {
    for (JsonNode file : Nodes.objects(entry.path(field))) {
      String uri = Nodes.text(file, "uri");
      // Where a file is not in the export, its address is signed.
      boolean inside = uri != null && !uri.contains("://");
      MediaKind known = kind != null || uri == null ? kind : MediaKinds.ofFileName(uri);
      message.file(
          known == null ? MediaKind.OTHER : known,
          new ExportedFile(null, null, 0, inside ? uri : null, null));
    }
  }
}
