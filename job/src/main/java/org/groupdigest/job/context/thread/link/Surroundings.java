package org.groupdigest.job.context.thread.link;

import java.util.HashSet;
import java.util.Set;

/**
 * What happens just before and just after a message. A window is closed when it is linked, so the
 * messages after a message may be used too.
 *
 * @param meanGap mean seconds between the messages before, 60 when there are none
 * @param crowd distinct authors among them over their number
 * @param namedBySoon participants who name the author soon after
 * @param namesSoon participants whom the author names soon after
 */
record Surroundings(
    double meanGap, double crowd, Set<Integer> namedBySoon, Set<Integer> namesSoon) {

  private static final int BEFORE = 20;
  private static final int AFTER = 20;
  private static final double AFTER_SECONDS = 900;
  private static final double DEFAULT_GAP = 60;

  /** Looks around a message. */
  static Surroundings of(MessageStream stream, int position) {
    int from = Math.max(0, position - BEFORE);
    Set<Integer> authors = new HashSet<>();
    for (int i = from; i < position; i++) {
      authors.add(stream.at(i).author);
    }
    int n = position - from;
    double span = stream.at(position).second - stream.at(from).second;
    Set<Integer> namedBy = new HashSet<>();
    Set<Integer> names = new HashSet<>();
    lookAhead(stream, position, namedBy, names);
    return new Surroundings(
        n == 0 ? DEFAULT_GAP : span / n, n == 0 ? 0 : authors.size() / (double) n, namedBy, names);
  }

  private static void lookAhead(
      MessageStream stream, int position, Set<Integer> namedBy, Set<Integer> names) {
    Utterance message = stream.at(position);
    int to = Math.min(stream.size(), position + 1 + AFTER);
    for (int i = position + 1; i < to; i++) {
      Utterance later = stream.at(i);
      if (later.second - message.second > AFTER_SECONDS) {
        return;
      }
      if (later.author == message.author) {
        for (int name : later.named) {
          names.add(name);
        }
      } else if (later.names(message.author)) {
        namedBy.add(later.author);
      }
    }
  }
}
