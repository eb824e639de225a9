package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what was decided: statements with words of decision, not of doubt, best backed first. */
final class DecisionFinder {

  private static final double LEAST = 1.0;

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
      if (!utterance.automatic()) {
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
      double strength = seal ? sealed(utterance, before) : strength(utterance, sentence);
      if (strength >= LEAST) {
        decisions.add(new Decision(utterance, seal ? before : sentence, strength));
      }
      before = sentence;
    }
  }

  /** "... Agreed." says that what stands before it is settled. */
  private double sealed(Utterance utterance, Sentence sentence) {
    double fit = fitness.of(sentence, utterance);
    return fit < 0.25 || sentence.isQuestion() ? 0 : 1.5 + fit + 0.1 * utterance.votes();
  }

  private double strength(Utterance utterance, Sentence sentence) {
    String text = sentence.text();
    double fit = fitness.of(sentence, utterance);
    if (fit < 0.25
        || sentence.isQuestion()
        || !cues.in("decision", text)
        || cues.in("undecided", text)
        || cues.in("no-decision", text)
        || cues.in("question", text)) {
      return 0;
    }
    double opening = cues.begins("decision", text) ? 0.5 : 0;
    return 0.5 + fit + opening + 0.3 * Math.min(3, agreements(utterance)) + 0.1 * utterance.votes();
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
