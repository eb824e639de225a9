package org.groupdigest.job.context.thread.link;

/**
 * A message reduced to what linking looks at: participants and terms are numbers of their {@link
 * MessageStream}.
 */
final class Utterance {

  /** Who wrote it. */
  final int author;

  /** When, in seconds since the epoch. */
  final double second;

  /** Participants it addresses, see {@link Mentions#addressed()}. */
  final int[] addressed;

  /** Participants it names, the addressed ones included. */
  final int[] named;

  /** Whether it addresses somebody who never writes. */
  final boolean strangerAddressed;

  /** Its distinct terms, ascending. */
  final int[] terms;

  /** Number of its tokens, repeats included. */
  final int length;

  /** Bits of {@link Cue}. */
  final int cues;

  /** Whether a bot wrote it. */
  final boolean bot;

  Utterance(
      int author,
      double second,
      Mentions mentions,
      int[] terms,
      int length,
      int cues,
      boolean bot) {
    this.author = author;
    this.second = second;
    this.addressed = numbers(mentions.addressed());
    this.named = numbers(mentions.named());
    this.strangerAddressed = mentions.strangerAddressed();
    this.terms = terms;
    this.length = length;
    this.cues = cues;
    this.bot = bot;
  }

  /** Whether the wording hints at something. */
  boolean has(Cue cue) {
    return (cues & cue.bit()) != 0;
  }

  /** Whether it addresses a participant. */
  boolean addresses(int participant) {
    return contains(addressed, participant);
  }

  /** Whether it names a participant. */
  boolean names(int participant) {
    return contains(named, participant);
  }

  /** Whether two messages address somebody in common. */
  boolean sharesAddressee(Utterance other) {
    for (int participant : addressed) {
      if (other.addresses(participant)) {
        return true;
      }
    }
    return false;
  }

  private static boolean contains(int[] numbers, int number) {
    for (int n : numbers) {
      if (n == number) {
        return true;
      }
    }
    return false;
  }

  private static int[] numbers(java.util.List<Integer> list) {
    return list.stream().mapToInt(Integer::intValue).toArray();
  }
}
