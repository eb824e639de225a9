package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.WindowContext;

/**
 * A window read once, with what all stages ask of it: the conversation, questions with their
 * answers, and the value of each sentence.
 *
 * @param context the window
 * @param pack language resources
 * @param conversation utterances and threads
 * @param exchanges questions with their answers, in time order
 * @param values how much each sentence is worth showing, 0 when it is not
 */
record Reading(
    WindowContext context,
    LanguagePack pack,
    Conversation conversation,
    List<Exchange> exchanges,
    Map<Sentence, Double> values) {

  private static final int FEED_WORDS = 14;
  private static final double VOTE = 0.1;

  /** Reads a window. */
  static Reading of(WindowContext context, LanguagePack pack) {
    Conversation conversation = ConversationReader.read(context, pack);
    List<Exchange> exchanges = new ExchangeFinder(pack, conversation).find();
    return new Reading(context, pack, conversation, exchanges, values(conversation, pack));
  }

  private static Map<Sentence, Double> values(Conversation conversation, LanguagePack pack) {
    List<Sentence> sentences = conversation.sentences();
    SentenceFitness fitness = new SentenceFitness(pack.cues());
    double[] ranks = new SentenceRanker().rank(sentences.stream().map(Sentence::stems).toList());
    Map<Sentence, Double> values = new HashMap<>();
    for (int i = 0; i < ranks.length; i++) {
      Sentence sentence = sentences.get(i);
      Utterance utterance = conversation.of(sentence);
      double votes = 1 + VOTE * Math.min(10, utterance.votes());
      values.put(sentence, fitness.of(sentence, utterance) * (0.3 + 0.7 * ranks[i]) * votes);
    }
    return values;
  }

  /** How much a sentence is worth showing. */
  double value(Sentence sentence) {
    return values.getOrDefault(sentence, 0.0);
  }

  /** The sentences of some utterances that are worth showing, best first. */
  List<Sentence> best(List<Utterance> utterances) {
    List<Sentence> sentences = new ArrayList<>();
    for (Utterance utterance : utterances) {
      utterance.sentences().stream().filter(one -> value(one) > 0).forEach(sentences::add);
    }
    sentences.sort(
        Comparator.comparingDouble((Sentence one) -> -value(one))
            .thenComparingInt(Sentence::utterance)
            .thenComparingInt(Sentence::position));
    return sentences;
  }

  /**
   * Whether people post here without talking to one another, as in a news channel: then reported
   * decisions and promises are not those of the group.
   */
  boolean isFeed() {
    List<Utterance> utterances = conversation.utterances();
    long addressed =
        utterances.stream().filter(one -> one.replyTo() >= 0 || one.addressee() != null).count();
    int[] words =
        utterances.stream()
            .mapToInt(one -> one.sentences().stream().mapToInt(Sentence::words).sum())
            .sorted()
            .toArray();
    return utterances.size() >= 8
        && addressed * 20 < utterances.size()
        && words[words.length / 2] >= FEED_WORDS;
  }
}
