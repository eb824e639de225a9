package org.groupdigest.job.stage.extractive;

import java.util.List;
import org.groupdigest.udfs.language.Sentences;
import org.groupdigest.udfs.language.Term;

/**
 * A cleaned sentence of an utterance.
 *
 * @param utterance index of its utterance in the conversation
 * @param position place inside the utterance, from 0
 * @param text what a digest would show
 * @param terms its words
 * @param stems stems of the words with content, in order
 */
record Sentence(int utterance, int position, String text, List<Term> terms, List<String> stems) {

  /** Words, stop words included. */
  int words() {
    return terms.size();
  }

  boolean isQuestion() {
    return Sentences.isQuestion(text);
  }
}
