package org.groupdigest.job.ingest.file.chatlog;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Recognises the start of a message whose time is damaged, by its likeness to the other starts of
 * the text. Taken for a further line of the message before, it would put one person's words into
 * another's mouth.
 */
final class DamagedStart {

  /** Characters that a damaged start may differ in. */
  private static final int MAX_DISTANCE = 2;

  private static final int MIN_DIGITS = 5;

  /** A line of a number or two can be anything. */
  private static final int MIN_PART = 6;

  private static final int MAX_PREFIX = 40;

  private final List<String> skeletons;
  private final Set<String> senders;

  DamagedStart(Collection<String> skeletons, Set<String> senders) {
    this.senders = senders;
    this.skeletons = skeletons.stream().sorted().toList();
  }

  /** The text with each digit as 0 and each letter as a. */
  static String skeleton(String text) {
    StringBuilder skeleton = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      skeleton.append(Character.isDigit(c) ? '0' : Character.isLetter(c) ? 'a' : c);
    }
    return skeleton.toString();
  }

  /** Whether a line looks like a damaged start. */
  boolean isLike(String line) {
    String start = LineStart.of(line).text();
    if (start.chars().limit(24).filter(Character::isDigit).count() < MIN_DIGITS) {
      return false;
    }
    String skeleton = skeleton(start);
    return skeletons.stream().anyMatch(known -> distance(known, skeleton) <= MAX_DISTANCE);
  }

  /** Whether a known name stands behind what is left of a time: signs and some digits. */
  boolean endsAtName(TextLine line) {
    int colon = Sender.end(line.text());
    for (int at = 1; at < Math.min(colon, MAX_PREFIX); at++) {
      char c = line.text().charAt(at - 1);
      if (Character.isLetter(c)) {
        return false;
      }
      if (senders.contains(DirectionMarks.stripped(line.text().substring(at, colon)))) {
        long digits = line.text().chars().limit(at).filter(Character::isDigit).count();
        return line.repaired() || (digits >= 2 && isDelimited(line.text(), at));
      }
    }
    return false;
  }

  /** Lists have a number and a dot before a name, times a dash or a bracket. */
  private static boolean isDelimited(String line, int at) {
    String before = line.substring(0, at).stripTrailing();
    return before.endsWith("-") || before.endsWith("]");
  }

  /** Whether a line is the first part of a start. */
  boolean isPartOf(String line) {
    String skeleton = skeleton(LineStart.of(line).text());
    return skeleton.length() >= MIN_PART
        && skeletons.stream()
            .anyMatch(known -> known.length() > skeleton.length() && known.startsWith(skeleton));
  }

  /** Least number of changes that make a start of the text out of the known one. */
  private static int distance(String known, String text) {
    int width = Math.min(text.length(), known.length() + MAX_DISTANCE);
    int[] row = new int[width + 1];
    for (int j = 0; j <= width; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= known.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= width; j++) {
        int changed = diagonal + (known.charAt(i - 1) == text.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    int least = row[width];
    for (int j = Math.max(0, known.length() - MAX_DISTANCE); j <= width; j++) {
      least = Math.min(least, row[j]);
    }
    return least;
  }
}
