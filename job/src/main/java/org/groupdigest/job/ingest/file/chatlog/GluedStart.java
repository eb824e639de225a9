package org.groupdigest.job.ingest.file.chatlog;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the last characters of a message's start inside a line, when a line feed and what came
 * behind it are lost. They count where a known name follows, digits of the time are among them, and
 * the text before is joined to them without a blank, as nobody writes.
 */
final class GluedStart {

  /** A shorter line is damaged as a whole. */
  private static final int MIN_TEXT = 12;

  private static final int MIN_DIGITS = 2;

  /** What people write right before a time: ranges, enumerations, quotations. */
  private static final String WRITTEN_BEFORE = "-–—/,([\"«“„'";

  private final List<String> skeletons;
  private final Set<String> tails;
  private final Set<String> senders;

  GluedStart(Set<String> skeletons, Set<String> senders) {
    this.skeletons = List.copyOf(skeletons);
    this.tails =
        skeletons.stream()
            .map(StartRemains::tail)
            .filter(tail -> !tail.isBlank())
            .collect(Collectors.toUnmodifiableSet());
    this.senders = senders;
  }

  /** Where the remains start behind a place of a line, or -1. */
  int in(String line, int from) {
    int first = Math.max(MIN_TEXT, from + 1);
    for (String tail : tails) {
      for (int at = line.indexOf(tail, first); at >= 0; at = line.indexOf(tail, at + 1)) {
        int name = at + tail.length();
        if (isNamed(line, name)) {
          int start = start(line, name);
          return start >= first && isJoined(line, start) ? start : -1;
        }
      }
    }
    return -1;
  }

  private boolean isNamed(String line, int at) {
    String sender = Sender.of(line, at);
    return sender != null && senders.contains(sender);
  }

  private int start(String line, int name) {
    String before = DamagedStart.skeleton(line.substring(Math.max(0, name - 48), name));
    int most = 0;
    for (String known : skeletons) {
      most = Math.max(most, StartRemains.suffix(known, before));
    }
    return name - most;
  }

  private static boolean isJoined(String line, int at) {
    long digits =
        line.substring(at, Math.min(line.length(), at + 12))
            .chars()
            .filter(Character::isDigit)
            .count();
    char before = line.charAt(at - 1);
    boolean apart = Character.isSpaceChar(before) || Character.isWhitespace(line.charAt(at));
    return digits >= MIN_DIGITS && !apart && WRITTEN_BEFORE.indexOf(before) < 0;
  }
}
