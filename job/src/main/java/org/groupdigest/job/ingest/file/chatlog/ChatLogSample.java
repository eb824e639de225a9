package org.groupdigest.job.ingest.file.chatlog;

import java.util.List;

/** Start of a text, judged whether it is a chat with a message a line. */
public final class ChatLogSample {

  /** Every message may have this many lines on average. */
  private static final int MAX_LINES = 50;

  private final List<String> lines;
  private long messages;
  private long signal;

  /** A sample of the text's first lines. */
  public ChatLogSample(String text) {
    lines = text.lines().limit(2000).filter(line -> !line.isBlank()).toList();
    for (String line : lines) {
      Stamp stamp = StampParser.parse(line);
      if (stamp != null && Sender.of(line, stamp.restAt()) != null) {
        messages++;
        signal += isOfSignal(stamp) ? 1 : 0;
      }
    }
  }

  /** Whether enough lines start with a time and a name. */
  public boolean isChat() {
    return messages > 0 && messages * MAX_LINES >= lines.size();
  }

  /** Whether the times are written as the tools for Signal do, and nothing is WhatsApp's. */
  public boolean isSignal() {
    boolean marked = lines.stream().limit(200).anyMatch(ChatLogSample::isOfWhatsApp);
    return 2 * signal > messages && !marked;
  }

  private static boolean isOfSignal(Stamp stamp) {
    Stamp.Style style = stamp.date().style();
    return stamp.form() == Stamp.Form.BRACKETS && style.yearFirst() && style.separator() == '-';
  }

  private static boolean isOfWhatsApp(String line) {
    return line.indexOf('\u200E') >= 0 || line.contains("end-to-end") || line.contains("WhatsApp");
  }
}
