package org.groupdigest.job.ingest;

import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageEvent;

/**
 * Replaces the names of people by pseudonyms, for tenants whose policy wants it: user names,
 * display names, sender ids, where a message was forwarded from, and mentions in its texts. The
 * same name gives the same pseudonym inside a tenant.
 */
public final class UserPseudonyms {

  private static final Pattern MENTION = Pattern.compile("@([\\p{L}\\p{N}_]{2,64})");

  private final BinaryOperator<String> pseudonym;

  /**
   * @param pseudonym gives the pseudonym of a name (second) inside a tenant (first)
   */
  public UserPseudonyms(BinaryOperator<String> pseudonym) {
    this.pseudonym = pseudonym;
  }

  /** The event without names of people. */
  public MessageEvent apply(MessageEvent event) {
    return event.message() == null ? event : event.with(apply(event.tenantId(), event.message()));
  }

  private Message apply(String tenant, Message message) {
    return new Message(
        message.messageId(),
        message.revision(),
        message.postedAt(),
        of(tenant, message.senderId()),
        of(tenant, message.author()),
        null,
        message.bot(),
        withoutMentions(tenant, message.text()),
        message.replyToMessageId(),
        message.topicId(),
        of(tenant, message.forwardedFrom()),
        message.reactions(),
        message.reactionCount(),
        message.media().stream().map(item -> apply(tenant, item)).toList());
  }

  private MediaItem apply(String tenant, MediaItem item) {
    return new MediaItem(
        item.kind(),
        item.fileSha256(),
        item.mimeType(),
        item.sizeBytes(),
        withoutMentions(tenant, item.description()),
        withoutMentions(tenant, item.ocrText()),
        withoutMentions(tenant, item.transcript()),
        item.labels(),
        item.uri());
  }

  private String withoutMentions(String tenant, String text) {
    return text == null
        ? null
        : MENTION
            .matcher(text)
            .replaceAll(found -> Matcher.quoteReplacement(of(tenant, found.group(1))));
  }

  private String of(String tenant, String name) {
    return name == null ? null : pseudonym.apply(tenant, name);
  }
}
