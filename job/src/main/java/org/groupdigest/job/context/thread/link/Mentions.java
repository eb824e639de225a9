package org.groupdigest.job.context.thread.link;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whom a message speaks to or of.
 *
 * @param addressed participants called in front of the message or with {@code @}
 * @param named every participant whose name occurs, the addressed ones included
 * @param strangerAddressed whether the message opens like an address ("name: ...", "@name") but the
 *     name belongs to nobody in the conversation
 * @param words the lower-case words that are names
 */
record Mentions(
    List<Integer> addressed, List<Integer> named, boolean strangerAddressed, Set<String> words) {

  /** Nobody is mentioned. */
  static final Mentions NONE = new Mentions(List.of(), List.of(), false, Set.of());

  /** The same with one more participant addressed: a reply link speaks to whom it answers. */
  Mentions addressing(int participant) {
    return new Mentions(
        with(addressed, participant), with(named, participant), strangerAddressed, words);
  }

  private static List<Integer> with(List<Integer> participants, int participant) {
    return Stream.concat(participants.stream(), Stream.of(participant)).distinct().toList();
  }
}
