package org.groupdigest.job.render;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Makes messages out of a document: one that is cut at an item, or several that hold all of it. */
final class TelegramMessages {

  private static final int FRAME_TEXT = 600;
  private static final int BODY_TEXT = 360;

  // Another count may take a longer form of the words.
  private static final int SPARE = 16;

  private final Messages messages;

  TelegramMessages(Messages messages) {
    this.messages = messages;
  }

  /**
   * The digest in one message: in full if that fits, else told briefly; what does not fit even then
   * is left out from the end. What is missing is counted.
   */
  String single(DigestDocument full, DigestDocument brief) {
    String whole = text(full.items(), Integer.MAX_VALUE);
    return whole.length() <= TelegramHtml.LIMIT ? whole : shortened(brief);
  }

  private String shortened(DigestDocument brief) {
    String head = text(brief.head(), FRAME_TEXT);
    String foot = brief.foot().isEmpty() ? "" : "\n\n" + text(brief.foot(), FRAME_TEXT);
    int all = brief.leftOut() + points(brief.body(), 0);
    int room = TelegramHtml.LIMIT - head.length() - foot.length() - notice(all).length() - SPARE;
    StringBuilder body = new StringBuilder();
    int taken = 0;
    for (Item item : brief.body()) {
      String html = (item.gapBefore() ? "\n\n" : "\n") + text(List.of(item), BODY_TEXT);
      if (body.length() + html.length() > room) {
        break;
      }
      body.append(html);
      taken++;
    }
    int left = brief.leftOut() + points(brief.body(), taken);
    return head + body + (left == 0 ? "" : notice(left)) + foot;
  }

  /** The digest in full, in as few messages as keep items whole where that is possible. */
  List<String> parts(DigestDocument document) {
    Parts parts = new Parts();
    for (Item item : document.items()) {
      parts.add(item);
    }
    return parts.finish();
  }

  private String notice(int left) {
    return "\n\n<i>" + TelegramHtml.escape(messages.count("shortened", left)) + "</i>";
  }

  private static int points(List<Item> items, int from) {
    return items.stream().skip(from).mapToInt(Item::points).sum();
  }

  private static String text(List<Item> items, int budget) {
    StringBuilder text = new StringBuilder();
    for (Item item : items) {
      if (!text.isEmpty()) {
        text.append(item.gapBefore() ? "\n\n" : "\n");
      }
      StringJoiner lines = new StringJoiner("\n");
      item.lines().forEach(line -> lines.add(TelegramHtml.line(line, budget)));
      text.append(lines);
    }
    return text.toString();
  }

  /** Fills messages one after the other. */
  private static final class Parts {

    private final List<String> done = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();

    void add(Item item) {
      String whole = text(List.of(item), Integer.MAX_VALUE);
      String gap = item.gapBefore() ? "\n\n" : "\n";
      if (whole.length() <= TelegramHtml.LIMIT) {
        append(gap, whole);
        return;
      }
      for (Line line : item.lines()) {
        String separator = "\n";
        for (String piece : TelegramHtml.pieces(line)) {
          append(separator, piece);
          separator = "";
        }
      }
    }

    List<String> finish() {
      flush();
      return List.copyOf(done);
    }

    private void append(String separator, String html) {
      if (current.length() + separator.length() + html.length() > TelegramHtml.LIMIT) {
        flush();
      }
      current.append(current.isEmpty() ? "" : separator).append(html);
    }

    private void flush() {
      if (!current.isEmpty()) {
        done.add(current.toString());
        current.setLength(0);
      }
    }
  }
}
