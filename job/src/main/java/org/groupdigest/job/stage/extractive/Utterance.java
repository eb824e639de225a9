package org.groupdigest.job.stage.extractive;

import java.time.Instant;
import java.util.List;

/**
 * What one person said in one go: a message, or several in a row when a sentence runs on.
 *
 * @param index place in the conversation, from 0
 * @param messageIds its messages, at least one
 * @param author shown name of who said it
 * @param automatic whether a program said it
 * @param addressee shown name of who is spoken to, or null
 * @param replyTo index of the utterance it answers by a reply link, or -1
 * @param threadId thread it belongs to, or null
 * @param at when it was said
 * @param forwardedFrom name of another whose words it passes on, or null when they are its own
 * @param attached whether the words only stand in what its author sent, as on a picture
 * @param raw its text as it came
 * @param sentences its cleaned sentences; empty when nothing can be shown
 * @param votes messages it stands for beside its own (duplicates) plus reactions
 */
record Utterance(
    int index,
    List<String> messageIds,
    String author,
    boolean automatic,
    String addressee,
    int replyTo,
    String threadId,
    Instant at,
    String forwardedFrom,
    boolean attached,
    String raw,
    List<Sentence> sentences,
    int votes) {

  String id() {
    return messageIds.get(0);
  }

  /** Whether the words are those of somebody else, passed on. */
  boolean isForwarded() {
    return forwardedFrom != null;
  }

  /** Whether the words are those of its author. */
  boolean isOwn() {
    return !attached && !isForwarded();
  }

  /** All it says, cleaned. */
  String text() {
    return String.join(" ", sentences.stream().map(Sentence::text).toList());
  }
}
