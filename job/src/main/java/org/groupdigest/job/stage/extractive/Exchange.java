package org.groupdigest.job.stage.extractive;

import java.util.List;

/**
 * A question and what came of it.
 *
 * @param asker utterance with the question
 * @param question the sentence that asks
 * @param answerer utterance with the best answer, or null when there is none
 * @param answer the sentence that answers best, or null
 * @param confidence how surely the answer belongs to the question, 0..1
 * @param heeded whether anybody else said anything to it, be it a question back
 * @param replied whether somebody else said what may be an answer, though none worth showing
 * @param opening whether it begins a talk, other than a question back
 */
record Exchange(
    Utterance asker,
    Sentence question,
    Utterance answerer,
    Sentence answer,
    double confidence,
    boolean heeded,
    boolean replied,
    boolean opening) {

  boolean isAnswered() {
    return answer != null;
  }

  /** Whether nobody said what may be an answer. */
  boolean isOpen() {
    return !isAnswered() && !replied;
  }

  List<Utterance> utterances() {
    return isAnswered() ? List.of(asker, answerer) : List.of(asker);
  }

  List<String> messageIds() {
    return Conversation.ids(utterances());
  }
}
