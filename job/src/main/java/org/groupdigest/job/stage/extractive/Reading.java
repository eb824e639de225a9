package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.WindowContext;
import org.groupdigest.job.stage.extractive.ActionFinder.Action;
import org.groupdigest.job.stage.extractive.DecisionFinder.Decision;

/**
 * A window read once, with what all stages ask of it: the conversation, questions with their
 * answers, decisions, actions, and the value of each sentence.
 *
 * @param context the window
 * @param pack language resources
 * @param conversation utterances and threads
 * @param feed whether people post here without talking to one another, as in a news channel: then
 *     reported decisions and promises are not those of the group
 * @param several whether words of more than one are here, so that a sentence needs its author
 * @param exchanges questions with their answers, in time order
 * @param decisions what was decided, strongest first
 * @param actions what is to be done, surest first
 * @param values how much each sentence is worth showing, 0 when it is not
 */
record Reading(
    WindowContext context,
    LanguagePack pack,
    Conversation conversation,
    boolean feed,
    boolean several,
    List<Exchange> exchanges,
    List<Decision> decisions,
    List<Action> actions,
    Map<Sentence, Double> values) {

  private static final int SHORT = 30;
  private static final int FEED_MESSAGES = 8;
  private static final int FEED_WORDS = 14;
  private static final double VOTE = 0.1;
  private static final double LEAD = 1.25;
  private static final int STORY = 3;
  private static final double PICTURE = 0.3;

  /** Reads a window. */
  static Reading of(WindowContext context, LanguagePack pack) {
    Conversation conversation = ConversationReader.read(context, pack);
    boolean feed = isFeed(conversation);
    List<Exchange> exchanges = feed ? List.of() : new ExchangeFinder(pack, conversation).find();
    return new Reading(
        context,
        pack,
        conversation,
        feed,
        isSeveral(context),
        exchanges,
        feed ? List.of() : new DecisionFinder(pack, conversation).find(),
        feed ? List.of() : withoutAdvice(new ActionFinder(pack, conversation).find(), exchanges),
        values(conversation, pack, pictures(context)));
  }

  private static boolean isSeveral(WindowContext context) {
    return context.messages().stream().map(Message::senderId).distinct().count() > 1
        || context.messages().stream().anyMatch(one -> Forwards.from(one) != null);
  }

  /** Messages without a word of their own: what they show is described by others. */
  private static Set<String> pictures(WindowContext context) {
    return context.messages().stream()
        .filter(one -> one.text().isBlank())
        .map(Message::messageId)
        .collect(Collectors.toSet());
  }

  /** "One needs to ..." in an answer tells the asker how, and nobody to do it. */
  private static List<Action> withoutAdvice(List<Action> actions, List<Exchange> exchanges) {
    return actions.stream()
        .filter(
            action ->
                action.owner() != null
                    || exchanges.stream()
                        .noneMatch(one -> action.sources().get(0).equals(one.answerer())))
        .toList();
  }

  private static Map<Sentence, Double> values(
      Conversation conversation, LanguagePack pack, Set<String> pictures) {
    List<Sentence> sentences = conversation.sentences();
    SentenceFitness fitness = new SentenceFitness(pack.cues());
    double[] ranks = new SentenceRanker().rank(sentences.stream().map(Sentence::stems).toList());
    Map<Sentence, Double> values = new HashMap<>();
    for (int i = 0; i < ranks.length; i++) {
      Sentence sentence = sentences.get(i);
      Utterance utterance = conversation.of(sentence);
      double votes = 1 + VOTE * Math.min(10, utterance.votes());
      boolean lead = sentence.position() == 0 && utterance.sentences().size() >= STORY;
      boolean picture = pictures.containsAll(utterance.messageIds());
      double rank = (0.3 + 0.7 * ranks[i]) * (lead ? LEAD : 1) * (picture ? PICTURE : 1);
      values.put(sentence, fitness.of(sentence, utterance) * rank * votes);
    }
    return values;
  }

  private static boolean isFeed(Conversation conversation) {
    List<Utterance> utterances = conversation.utterances();
    long addressed =
        utterances.stream().filter(one -> one.replyTo() >= 0 || one.addressee() != null).count();
    int[] words =
        utterances.stream()
            .mapToInt(one -> one.sentences().stream().mapToInt(Sentence::words).sum())
            .sorted()
            .toArray();
    return words.length >= FEED_MESSAGES
        && addressed * 20 < words.length
        && words[words.length / 2] >= FEED_WORDS;
  }

  /** Whether so little was said that each question counts. */
  boolean isShort() {
    return context.messageCount() <= SHORT;
  }

  /** How much a sentence is worth showing. */
  double value(Sentence sentence) {
    return values.getOrDefault(sentence, 0.0);
  }

  /**
   * A sentence and how well it stands for the utterances it was chosen from.
   *
   * @param sentence the sentence
   * @param score its value, lessened when it is far from what the others say
   */
  record Scored(Sentence sentence, double score) {}

  /** The sentences of some utterances that are worth showing, best first. */
  List<Scored> scored(List<Utterance> utterances) {
    List<Sentence> worthy =
        utterances.stream()
            .flatMap(one -> one.sentences().stream())
            .filter(one -> value(one) > 0)
            .toList();
    boolean all = utterances.size() == conversation.utterances().size();
    double[] central =
        all ? null : new SentenceRanker().rank(worthy.stream().map(Sentence::stems).toList());
    List<Scored> scored = new ArrayList<>();
    for (int i = 0; i < worthy.size(); i++) {
      double local = central == null ? 1 : 0.4 + 0.6 * central[i];
      scored.add(new Scored(worthy.get(i), value(worthy.get(i)) * local));
    }
    scored.sort(
        Comparator.comparingDouble((Scored one) -> -one.score())
            .thenComparingInt(one -> one.sentence().utterance())
            .thenComparingInt(one -> one.sentence().position()));
    return scored;
  }

  /** The same without scores. */
  List<Sentence> best(List<Utterance> utterances) {
    return scored(utterances).stream().map(Scored::sentence).toList();
  }

  /** The decisions among some utterances, strongest first. */
  List<Decision> decisions(List<Utterance> among) {
    return decisions.stream().filter(one -> among.contains(one.utterance())).toList();
  }

  /** The actions that some utterances tell of, surest first. */
  List<Action> actions(List<Utterance> among) {
    return actions.stream().filter(one -> among.contains(one.sources().get(0))).toList();
  }
}
