package org.groupdigest.job.context.thread.link;

/**
 * Which earlier messages may be the parent: the nearest ones, and beyond them a few of the author
 * and of those the author names. A message that addresses somebody who has written answers that
 * person, goes on from its author's own message, or joins others who address the same person.
 * Bounded, so that linking a stream costs time proportional to its length.
 */
final class Candidates {

  /** Most candidates of one message. */
  static final int MAX = 64;

  /** How many of the messages just before are candidates. */
  static final int NEAREST = 48;

  private static final int PER_PERSON = 4;
  private static final double MAX_GAP_SECONDS = 12 * 3600.0;

  private final MessageStream stream;
  private final int[] found = new int[MAX];
  private int count;

  Candidates(MessageStream stream) {
    this.stream = stream;
  }

  /** Collects the candidates of a message, nearest first. */
  void collect(int position, LinkHistory history) {
    count = 0;
    int oldest = Math.max(0, position - NEAREST);
    for (int i = position - 1; i >= oldest && isNear(i, position); i--) {
      found[count++] = i;
    }
    Utterance message = stream.at(position);
    addOlder(message.author, position, oldest, history);
    for (int named : message.named) {
      addOlder(named, position, oldest, history);
    }
    int naming = history.lastNaming(message.author);
    if (naming >= 0 && naming < oldest && isNear(naming, position)) {
      addOnce(naming);
    }
    heedAddress(message);
  }

  /** How many were found. */
  int count() {
    return count;
  }

  /** One of them. */
  int get(int i) {
    return found[i];
  }

  /**
   * An address leaves no doubt: what it cannot mean is no candidate, once its bearer has written.
   */
  private void heedAddress(Utterance message) {
    boolean known = false;
    for (int i = 0; i < count; i++) {
      known |= message.addresses(stream.at(found[i]).author);
    }
    if (known) {
      int kept = 0;
      for (int i = 0; i < count; i++) {
        if (fitsAddress(message, stream.at(found[i]))) {
          found[kept++] = found[i];
        }
      }
      count = kept;
    }
  }

  private static boolean fitsAddress(Utterance message, Utterance candidate) {
    return candidate.author == message.author
        || message.addresses(candidate.author)
        || message.sharesAddressee(candidate);
  }

  private void addOlder(int author, int position, int oldest, LinkHistory history) {
    int added = 0;
    int i = history.lastOfAuthor(author);
    for (int steps = 0; i >= 0 && steps < NEAREST && added < PER_PERSON; steps++) {
      if (i < oldest && isNear(i, position)) {
        addOnce(i);
        added++;
      }
      i = stream.previousOfAuthor(i);
    }
  }

  private void addOnce(int candidate) {
    for (int i = 0; i < count; i++) {
      if (found[i] == candidate) {
        return;
      }
    }
    if (count < MAX) {
      found[count++] = candidate;
    }
  }

  private boolean isNear(int candidate, int position) {
    return stream.at(position).second - stream.at(candidate).second <= MAX_GAP_SECONDS;
  }
}
