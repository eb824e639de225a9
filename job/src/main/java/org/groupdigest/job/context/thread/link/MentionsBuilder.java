package org.groupdigest.job.context.thread.link;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the mentions of one message. */
final class MentionsBuilder {

  private final int author;
  private final Set<Integer> addressed = new LinkedHashSet<>();
  private final Set<Integer> named = new LinkedHashSet<>();
  private final Set<String> words = new HashSet<>();
  boolean stranger;

  /** Starts without mentions; the author's own name never counts. */
  MentionsBuilder(int author) {
    this.author = author;
  }

  /** Adds all participants of one name. */
  void add(List<Integer> participants, String word, boolean address) {
    words.add(word);
    for (int participant : participants) {
      if (participant != author) {
        named.add(participant);
        if (address) {
          addressed.add(participant);
        }
      }
    }
  }

  /** The finished mentions. */
  Mentions build() {
    return words.isEmpty() && !stranger
        ? Mentions.NONE
        : new Mentions(List.copyOf(addressed), List.copyOf(named), stranger, Set.copyOf(words));
  }
}
