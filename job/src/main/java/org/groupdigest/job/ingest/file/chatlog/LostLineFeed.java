package org.groupdigest.job.ingest.file.chatlog;

/**
 * Finds a message that starts inside a line, since the line feed before it is damaged. Only a whole
 * start of the text's form counts, with a name that writes elsewhere, and without a blank before
 * it: people who quote such a line write one.
 */
final class LostLineFeed {

  private final ChatLogShape shape;

  LostLineFeed(ChatLogShape shape) {
    this.shape = shape;
  }

  /** Where another message starts behind a place of a line, or -1. */
  int in(String line, int from) {
    for (int at = Math.max(1, from); at + 16 < line.length(); at++) {
      if (mayStart(line, at) && isMessage(line.substring(at))) {
        return at;
      }
    }
    return -1;
  }

  private static boolean mayStart(String line, int at) {
    char c = line.charAt(at);
    char before = line.charAt(at - 1);
    boolean starts = c == '[' || (c >= '0' && c <= '9' && !Character.isDigit(before));
    boolean apart = before == ' ' || before == '\t' || before == '\u00A0' || before == '"';
    // Seven characters on there is the second half of a date or the time.
    return starts && !apart && before != '(' && before != '[' && hasDigits(line, at);
  }

  private static boolean hasDigits(String line, int at) {
    int digits = 0;
    for (int i = at; i < at + 10; i++) {
      digits += Character.isDigit(line.charAt(i)) ? 1 : 0;
    }
    return digits >= 4;
  }

  private boolean isMessage(String line) {
    Stamp stamp = StampParser.parse(line);
    if (stamp == null || !shape.starts(stamp) || stamp.in(shape.order()) == null) {
      return false;
    }
    String sender = Sender.of(line, stamp.restAt());
    return sender != null && shape.isSender(sender);
  }
}
