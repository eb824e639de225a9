package org.groupdigest.job.stage.extractive;

import java.util.HashSet;
import java.util.Set;

/**
 * Tells what may answer a question from what only stands after it: thanks, a question back, "no
 * idea", a signs-only reply, or a statement about something else.
 */
final class Replies {

  private static final int BRIEF_WORDS = 3;
  private static final int SHORT_WORDS = 5;
  private static final int AT_ONCE = 2;

  private final CueWords cues;

  Replies(CueWords cues) {
    this.cues = cues;
  }

  /** Whether a sentence asks. */
  boolean isQuestion(Sentence sentence) {
    return sentence.isQuestion()
        || cues.begins("question", sentence.text())
        || cues.in("asking", sentence.text());
  }

  /** Whether a sentence answers nothing, whatever was asked. */
  boolean isEmpty(Sentence sentence) {
    String text = sentence.text();
    return cues.in("unhelpful", text)
        || cues.isAll("no-answer", text)
        || cues.isAll("chatter", text)
        || cues.begins("thanks", text);
  }

  /** Whether an utterance says something that may answer the question, also without showing it. */
  boolean mayAnswer(Utterance asker, Sentence question, Utterance later) {
    if (later.automatic()) {
      return false;
    }
    boolean direct = isDirect(asker, later);
    int distance = later.index() - asker.index();
    return later.sentences().stream()
        .filter(one -> !isQuestion(one) && !isEmpty(one))
        .anyMatch(one -> direct || shared(question, one) > 0 || isTied(question, one, distance));
  }

  /**
   * Whether something besides its place shows that a sentence answers: a reply or an address, more
   * than one word in common, or the form of an answer.
   */
  boolean hasSign(Utterance asker, Sentence question, Utterance later, Sentence sentence) {
    return isDirect(asker, later)
        || shared(question, sentence) > 1
        || cues.in("solution", sentence.text())
        || Links.in(sentence.text())
        || isTied(question, sentence, later.index() - asker.index());
  }

  private static boolean isDirect(Utterance asker, Utterance later) {
    return later.replyTo() == asker.index() || asker.author().equals(later.addressee());
  }

  /** Without a word in common only what comes at once, and in the form of an answer, is one. */
  private boolean isTied(Sentence question, Sentence sentence, int distance) {
    String asked = question.text();
    String text = sentence.text();
    boolean brief = sentence.words() <= BRIEF_WORDS;
    boolean person =
        cues.in("asks-person", asked)
            && (cues.begins("volunteers", text)
                || (cues.begins("own-voice", text) && cues.in("pronoun", text)));
    boolean number =
        cues.in("asks-number", asked)
            && cues.in("number-word", text)
            && sentence.words() <= SHORT_WORDS;
    return distance <= AT_ONCE && (brief || cues.begins("yes-no", text) || person || number);
  }

  /** Stems of content that two sentences share. */
  static int shared(Sentence a, Sentence b) {
    Set<String> stems = new HashSet<>(a.stems());
    stems.retainAll(new HashSet<>(b.stems()));
    return stems.size();
  }
}
