package org.groupdigest.job.llm.prompt;

import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.sources.WindowMessages;

/**
 * Writes messages as records: {@code id|author|HH:MM|>answered id|text}, the time in the window's
 * zone. Behind the text stand, in brackets, what its media show or say, how many reacted (from
 * {@value #SOME_REACTIONS} on), and who wrote the same.
 */
final class MessageLines {

  private static final int SOME_REACTIONS = 3;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final WindowMessages messages;
  private final TokenCounter counter;

  MessageLines(WindowMessages messages, TokenCounter counter) {
    this.messages = messages;
    this.counter = counter;
  }

  /** The record of a message, see {@link DataLine}. */
  DataLine line(Message message, String group, int rank, int textTokens) {
    String whole = text(message);
    String shown = counter.shorten(whole, textTokens);
    String record =
        Columns.join(
            CleanText.firstColumn(message.messageId()),
            CleanText.column(message.author()),
            TIME.format(message.postedAt().atZone(messages.zone())),
            answered(message),
            shown + echoes(message));
    int lost = Math.max(0, whole.length() - shown.length());
    return new DataLine(group, record, rank, whole.length(), lost);
  }

  private static String text(Message message) {
    StringBuilder text = new StringBuilder(CleanText.column(message.text()));
    for (MediaItem item : message.media()) {
      if (item.hasText()) {
        text.append(text.isEmpty() ? "" : " ").append(media(item));
      }
    }
    return text.toString();
  }

  private static String media(MediaItem item) {
    Set<String> texts = new LinkedHashSet<>();
    texts.add(CleanText.column(item.description()));
    texts.add(CleanText.column(item.ocrText()));
    texts.add(CleanText.column(item.transcript()));
    texts.remove("");
    return "[" + item.kind().wireName() + ": " + String.join(" / ", texts) + "]";
  }

  /** The message that is answered, if it is one of the window or repeats one. */
  private String answered(Message message) {
    String parent = message.replyToMessageId();
    return parent == null
        ? ""
        : messages.find(parent).map(found -> ">" + CleanText.column(found.messageId())).orElse("");
  }

  private String echoes(Message message) {
    StringBuilder echoes = new StringBuilder();
    if (message.reactionCount() >= SOME_REACTIONS) {
      echoes.append(" [reactions: ").append(message.reactionCount()).append(']');
    }
    List<String> authors = messages.authorsOf(message);
    if (authors.size() > 1) {
      Set<String> others = new LinkedHashSet<>(authors.subList(1, authors.size()));
      echoes.append(" [repeated: ").append(Columns.list(others)).append(']');
    }
    return echoes.toString();
  }
}
