package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what was decided: statements with words of decision, not of doubt, best backed first. */
final class DecisionFinder {

  private static final double LEAST = 1.0;
  private static final double LEAST_FIT = 0.25;

  private final Conversation conversation;
  private final CueWords cues;
  private final SentenceFitness fitness;

  DecisionFinder(LanguagePack pack, Conversation conversation) {
    this.conversation = conversation;
    this.cues = pack.cues();
    this.fitness = new SentenceFitness(cues);
  }

  /**
   * A decision.
   *
   * @param utterance who said it
   * @param sentence what was decided
   * @param strength how sure it is, from 1
   */
  record Decision(Utterance utterance, Sentence sentence, double strength) {}

  /** Decisions, strongest first. */
  List<Decision> find() {
    List<Decision> decisions = new ArrayList<>();
    for (Utterance utterance : conversation.utterances()) {
      if (!utterance.automatic() && utterance.isOwn()) {
        add(decisions, utterance);
      }
    }
    decisions.sort(
        Comparator.comparingDouble((Decision one) -> -one.strength())
            .thenComparingInt(one -> one.utterance().index()));
    return decisions;
  }

  private void add(List<Decision> decisions, Utterance utterance) {
    Sentence before = null;
    for (Sentence sentence : utterance.sentences()) {
      boolean seal = cues.isAll("decision.seal", sentence.text()) && before != null;
      double strength = seal ? sealed(utterance, before) : strength(utterance, sentence, before);
      if (strength >= LEAST) {
        decisions.add(new Decision(utterance, seal ? before : sentence, strength));
      }
      before = sentence;
    }
  }

  /** "... Agreed." says that what stands before it is settled. */
  private double sealed(Utterance utterance, Sentence sentence) {
    double fit = fitness.of(sentence, utterance);
    return fit < LEAST_FIT || sentence.isQuestion() ? 0 : 1.5 + fit + 0.1 * utterance.votes();
  }

  /** "Agreed! We meet at nine" is said in two sentences and is one decision. */
  private String sealing(Sentence before, Sentence sentence) {
    boolean opened =
        before != null && before.position() == 0 && cues.isAll("decision.seal", before.text());
    String seal = opened ? before.text().replaceFirst("[^\\p{L}]+$", "") + ", " : "";
    return seal + sentence.text();
  }

  private double strength(Utterance utterance, Sentence sentence, Sentence before) {
    String text = sealing(before, sentence);
    double fit = fitness.of(sentence, utterance);
    boolean labelled = isLabelled(text);
    if (fit < LEAST_FIT
        || sentence.isQuestion()
        || !(labelled || cues.in("decision", text))
        || (!labelled && cues.in("undecided", text))
        || cues.in("no-decision", text)
        || cues.in("joke", utterance.raw())
        || (!labelled && cues.in("question", text))) {
      return 0;
    }
    double opening = labelled || cues.begins("decision", text) ? 0.5 : 0;
    return 0.5 + fit + opening + 0.3 * Math.min(3, agreements(utterance)) + 0.1 * utterance.votes();
  }

  /** "Decided: ...", with a colon or a dash; after a comma "agreed" may be an opinion. */
  private boolean isLabelled(String text) {
    int length = cues.leadingLength("decision.label", text);
    return length > 0 && ",;".indexOf(text.substring(length).strip().charAt(0)) < 0;
  }

  private int agreements(Utterance decision) {
    int agreed = 0;
    int end = Math.min(conversation.utterances().size(), decision.index() + 7);
    for (int i = decision.index() + 1; i < end; i++) {
      Utterance later = conversation.get(i);
      boolean other = !later.author().equals(decision.author());
      agreed += other && cues.in("agree", later.raw()) ? 1 : 0;
    }
    return agreed;
  }
}
