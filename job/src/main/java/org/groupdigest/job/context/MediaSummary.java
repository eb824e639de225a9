package org.groupdigest.job.context;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.groupdigest.job.model.MediaHighlight;
import org.groupdigest.job.model.MediaItem;
import org.groupdigest.job.model.MediaKind;
import org.groupdigest.job.model.MediaStats;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.RankedMessage;

/** What the attachments of a window come to. */
final class MediaSummary {

  private static final int CAPTION_CODE_POINTS = 200;

  private MediaSummary() {}

  /** Counts the attachments of all messages. */
  static MediaStats stats(List<Message> messages) {
    int total = 0;
    int withText = 0;
    long bytes = 0;
    Map<String, Integer> byKind = new TreeMap<>();
    for (Message message : messages) {
      for (MediaItem item : message.media()) {
        total++;
        withText += item.hasText() ? 1 : 0;
        bytes += item.sizeBytes();
        byKind.merge(item.kind().wireName(), 1, Integer::sum);
      }
    }
    return new MediaStats(total, withText, bytes, byKind);
  }

  /**
   * The attachments worth showing: of the best ranked messages, each file once, no stickers, and
   * only where there is something to say about it: its description, text or speech, else the text
   * of its message.
   */
  static List<MediaHighlight> highlights(
      List<RankedMessage> ranking, Map<String, Message> byId, int limit) {
    List<MediaHighlight> highlights = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    for (RankedMessage ranked : ranking) {
      Message message = byId.get(ranked.messageId());
      for (MediaItem item : message.media()) {
        if (highlights.size() == limit) {
          return highlights;
        }
        String caption = caption(message, item);
        boolean worth = item.kind() != MediaKind.STICKER && !caption.isEmpty();
        if (worth && (item.fileSha256() == null || shown.add(item.fileSha256()))) {
          highlights.add(
              new MediaHighlight(
                  message.messageId(), item.kind(), caption, item.uri(), item.fileSha256()));
        }
      }
    }
    return highlights;
  }

  private static String caption(Message message, MediaItem item) {
    String caption = "";
    for (String text :
        new String[] {item.description(), item.transcript(), item.ocrText(), message.text()}) {
      caption = caption.isEmpty() && text != null ? oneLine(text) : caption;
    }
    return caption;
  }

  private static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    int length = line.codePointCount(0, line.length());
    return length <= CAPTION_CODE_POINTS
        ? line
        : line.substring(0, line.offsetByCodePoints(0, CAPTION_CODE_POINTS - 1)) + "…";
  }
}
