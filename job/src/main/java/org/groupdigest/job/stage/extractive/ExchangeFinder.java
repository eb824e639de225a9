package org.groupdigest.job.stage.extractive;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds questions and troubles, and for each the best answer: what somebody else said to the asker
 * afterwards, in the same thread, on the same thing.
 */
final class ExchangeFinder {

  private static final int REACH = 60;
  private static final Duration PATIENCE = Duration.ofHours(3);
  private static final Duration SOON = Duration.ofMinutes(15);
  private static final int SHORT = 30;
  private static final int OWN_STEMS = 2;
  private static final double ANSWERED = 2.0;
  private static final double ANSWERED_AT_LARGE = 2.5;

  private final CueWords cues;
  private final Conversation conversation;
  private final SentenceFitness fitness;
  private final Replies replies;

  ExchangeFinder(LanguagePack pack, Conversation conversation) {
    this.cues = pack.cues();
    this.conversation = conversation;
    this.fitness = new SentenceFitness(cues);
    this.replies = new Replies(cues);
  }

  private record Candidate(Utterance utterance, Sentence sentence, double score) {}

  /** All exchanges in time order, answered or not. */
  List<Exchange> find() {
    List<Exchange> exchanges = new ArrayList<>();
    for (Utterance utterance : conversation.utterances()) {
      if (!utterance.automatic() && !utterance.attached()) {
        question(utterance).ifPresent(one -> exchanges.add(exchange(utterance, one)));
      }
    }
    return exchanges;
  }

  /** The sentence of an utterance that asks, or the trouble that starts a talk. */
  Optional<Sentence> question(Utterance utterance) {
    return utterance.sentences().stream()
        .filter(one -> fitness.of(one, utterance) > 0.15 && asks(utterance, one))
        .max(
            Comparator.comparingDouble((Sentence one) -> fitness.of(one, utterance))
                .thenComparing(Sentence::position, Comparator.reverseOrder()));
  }

  private boolean asks(Utterance utterance, Sentence sentence) {
    if (replies.isQuestion(sentence)) {
      return true;
    }
    return utterance.addressee() == null
        && utterance.replyTo() < 0
        && startsThread(utterance)
        && cues.in("trouble", sentence.text());
  }

  private boolean startsThread(Utterance utterance) {
    return utterance.threadId() == null
        || conversation.threads().get(utterance.threadId()).get(0).index() == utterance.index();
  }

  private Exchange exchange(Utterance asker, Sentence question) {
    Candidate best = null;
    boolean heeded = false;
    boolean replied = false;
    boolean settled = false;
    for (Utterance later : following(asker)) {
      boolean own = later.author().equals(asker.author());
      boolean linked = isLinked(asker, later);
      boolean near = linked || isNextToSpeak(asker, later);
      heeded |= !own && near;
      replied |= !own && near && replies.mayAnswer(asker, question, later);
      settled |=
          own && later.replyTo() != asker.index() && isLinked(asker, later) && isSettled(later);
      if (!own && !later.automatic()) {
        Candidate candidate = candidate(asker, question, later);
        if (candidate != null && (best == null || candidate.score() > best.score())) {
          best = candidate;
        }
      }
    }
    boolean answered = best != null && best.score() >= threshold(asker, best.utterance());
    return new Exchange(
        asker,
        question,
        answered ? best.utterance() : null,
        answered ? best.sentence() : null,
        answered ? Math.min(1, best.score() / 5) : 0,
        heeded || settled,
        replied || settled,
        isOpening(asker, question));
  }

  private boolean isOpening(Utterance asker, Sentence question) {
    return asker.addressee() == null
        && asker.replyTo() < 0
        && (startsThread(asker) || isOfItsOwn(asker, question));
  }

  /**
   * In a short window one thread may hold several matters; a question that shares no word with what
   * came before it, and asks nobody back, begins one.
   */
  private boolean isOfItsOwn(Utterance asker, Sentence question) {
    if (conversation.utterances().size() > SHORT
        || question.stems().size() < OWN_STEMS
        || cues.in("asks-back", question.text())) {
      return false;
    }
    return conversation.threads().get(asker.threadId()).stream()
        .filter(one -> one.index() < asker.index())
        .flatMap(one -> one.sentences().stream())
        .allMatch(one -> Replies.shared(question, one) == 0);
  }

  /** Who answers by name or by reply need say less to be believed. */
  private static double threshold(Utterance asker, Utterance answerer) {
    boolean direct =
        answerer.replyTo() == asker.index() || asker.author().equals(answerer.addressee());
    return direct ? ANSWERED : ANSWERED_AT_LARGE;
  }

  private boolean isSettled(Utterance later) {
    return cues.in("solved", later.raw()) || cues.in("thanks", later.raw());
  }

  private List<Utterance> following(Utterance asker) {
    int end = Math.min(conversation.utterances().size(), asker.index() + 1 + REACH);
    return IntStream.range(asker.index() + 1, end)
        .mapToObj(conversation::get)
        .filter(one -> Duration.between(asker.at(), one.at()).compareTo(PATIENCE) <= 0)
        .toList();
  }

  private static boolean isLinked(Utterance asker, Utterance later) {
    return later.replyTo() == asker.index()
        || asker.author().equals(later.addressee())
        || (asker.threadId() != null && asker.threadId().equals(later.threadId()));
  }

  /** In a quiet chat people answer without saying to whom. */
  private boolean isNextToSpeak(Utterance asker, Utterance later) {
    if (later.replyTo() >= 0 || later.addressee() != null || isBusy(asker)) {
      return false;
    }
    for (int i = asker.index() + 1; i < later.index(); i++) {
      if (!conversation.get(i).author().equals(asker.author())) {
        return false;
      }
    }
    return Duration.between(asker.at(), later.at()).compareTo(SOON) <= 0;
  }

  private boolean isBusy(Utterance asker) {
    int from = Math.max(0, asker.index() - 4);
    int to = Math.min(conversation.utterances().size(), asker.index() + 5);
    return IntStream.range(from, to).mapToObj(i -> conversation.get(i).author()).distinct().count()
        > 3;
  }

  private Candidate candidate(Utterance asker, Sentence question, Utterance later) {
    boolean near = isLinked(asker, later) || isNextToSpeak(asker, later);
    if (!near || isToSomebodyElse(asker, later)) {
      return null;
    }
    Sentence best = null;
    double most = 0;
    double thanks = thanks(asker, later);
    for (Sentence sentence : later.sentences()) {
      boolean sign = thanks > 0 || replies.hasSign(asker, question, later, sentence);
      double score = sign ? score(asker, question, later, sentence) : 0;
      if (score > most) {
        most = score;
        best = sentence;
      }
    }
    return best == null ? null : new Candidate(later, best, most + thanks);
  }

  private static boolean isToSomebodyElse(Utterance asker, Utterance later) {
    return later.addressee() != null
        && !later.addressee().equals(asker.author())
        && later.replyTo() != asker.index();
  }

  private double score(Utterance asker, Sentence question, Utterance later, Sentence sentence) {
    double fit = fitness.of(sentence, later);
    if (fit <= 0 || replies.isQuestion(sentence) || replies.isEmpty(sentence)) {
      return 0;
    }
    double score = later.replyTo() == asker.index() ? 1.5 : 0;
    score += asker.author().equals(later.addressee()) ? 1 : 0;
    score += asker.threadId() != null && asker.threadId().equals(later.threadId()) ? 0.5 : 0;
    score += 2 * Math.min(2, Replies.shared(question, sentence)) / 2.0;
    score += cues.in("solution", sentence.text()) ? 1 : 0;
    score += Links.in(sentence.text()) ? 0.5 : 0;
    score += Math.min(1, sentence.stems().size() / 8.0) + fit / 2;
    // A promise is told among the actions, unless somebody asked who would.
    boolean promise = cues.in("action.self", sentence.text());
    score -= promise && !cues.in("asks-person", question.text()) ? 1 : 0;
    score += promise && cues.in("asks-person", question.text()) ? 1 : 0;
    return score - (later.index() - asker.index()) / 40.0;
  }

  /** Thanks of the asker soon afterwards say that this was the answer. */
  private double thanks(Utterance asker, Utterance answer) {
    int end = Math.min(conversation.utterances().size(), answer.index() + 8);
    for (int i = answer.index() + 1; i < end; i++) {
      Utterance later = conversation.get(i);
      boolean toAnswerer = later.addressee() == null || later.addressee().equals(answer.author());
      if (later.author().equals(asker.author()) && toAnswerer && isSettled(later)) {
        return 1;
      }
    }
    return 0;
  }
}
