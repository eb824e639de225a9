package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Evaluation;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.Topics.Topic;

/**
 * Answers {@code evaluation_agent} by measuring, not by opinion.
 *
 * <ul>
 *   <li>faithfulness: mean support of the claims by the messages they cite, see {@link
 *       ClaimSupport}, pulled towards the weakest one;
 *   <li>coherence: share of claims that are whole and do not repeat another;
 *   <li>coverage: share of the weight of the main talks that claims reach;
 *   <li>focus: mean worth of the claims: the value of what they cite, and whether it is in a topic
 *       or can be acted on;
 *   <li>quality: the mean of the four, at most the weakest and a tenth.
 * </ul>
 */
final class ExtractiveJudge {

  private static final double LOW = 0.7;
  private static final double SAME = 0.7;
  private static final int ROOM = 5;
  private static final int MESSAGES_A_TALK = 25;
  private static final double NEAR = 0.7;
  private static final double ON_TOPIC = 0.55;
  private static final double OFF_TOPIC = 0.35;
  private static final double USEFUL = 0.35;

  private final Reading reading;
  private final Topics topics;
  private final ClaimSupport support;

  ExtractiveJudge(Reading reading, Topics topics) {
    this.reading = reading;
    this.topics = topics;
    Map<String, Message> messages = new HashMap<>();
    reading.context().messages().forEach(message -> messages.put(message.messageId(), message));
    this.support = new ClaimSupport(reading.pack().analyzer(), messages);
  }

  /** Judges a digest of the window. */
  Evaluation judge(Synthesis digest) {
    List<Claim> claims = claims(digest);
    if (claims.isEmpty()) {
      return empty();
    }
    double faithfulness = faithfulness(claims);
    double coherence = coherence(claims);
    double coverage = coverage(claims);
    double focus = focus(claims);
    double weakest = Math.min(Math.min(faithfulness, coherence), Math.min(coverage, focus));
    double mean = (faithfulness + coherence + coverage + focus) / 4;
    return new Evaluation(
        faithfulness,
        coherence,
        coverage,
        focus,
        Rounded.share(Math.min(mean, weakest + 0.1)),
        notes(faithfulness, coherence, coverage, focus));
  }

  /** Saying nothing is right exactly when there was nothing to say. */
  private Evaluation empty() {
    boolean nothing = topics.topics().isEmpty() && valuable().isEmpty();
    double coverage = nothing ? 1 : 0;
    List<String> notes = new ArrayList<>();
    if (!nothing) {
      reading.pack().wording().say("judge.empty").ifPresent(notes::add);
    }
    return new Evaluation(1, 1, coverage, 1, nothing ? 1 : 0.1, notes);
  }

  private List<Claim> claims(Synthesis digest) {
    List<Claim> claims = new ArrayList<>();
    if (digest.headline() != null && !Wording.isOwnHeadline(digest.headline().text())) {
      claims.add(digest.headline());
    }
    claims.addAll(digest.keyPoints());
    claims.addAll(digest.decisions());
    claims.addAll(digest.openQuestions());
    for (ActionItem action : digest.actions()) {
      claims.add(new Claim(action.action(), action.messageIds()));
    }
    return claims;
  }

  private double faithfulness(List<Claim> claims) {
    double sum = 0;
    double least = 1;
    for (Claim claim : claims) {
      double supported = support.of(claim.text(), claim.messageIds());
      sum += supported;
      least = Math.min(least, supported);
    }
    return Rounded.share(0.8 * sum / claims.size() + 0.2 * least);
  }

  private double coherence(List<Claim> claims) {
    List<List<String>> stems =
        claims.stream().map(one -> reading.pack().analyzer().contentStems(one.text())).toList();
    double good = 0;
    for (int i = 0; i < claims.size(); i++) {
      boolean whole = reading.pack().analyzer().terms(claims.get(i).text()).size() >= 3;
      int index = i;
      // The headline may stand again among the points.
      boolean repeats =
          i > 1
              && stems.subList(1, i).stream()
                  .anyMatch(one -> SentenceSelector.jaccard(one, stems.get(index)) > SAME);
      good += whole ? repeats ? 0.4 : 1 : 0.3;
    }
    return Rounded.share(good / claims.size());
  }

  /**
   * How much of what matters the claims reach. A talk (thread, or message alone) weighs the square
   * root of the rank of its messages times what they say, so that the hundredth message of a talk
   * counts less than the first; one that is only in the topic of a cited message, without being
   * cited, is reached in part. What is reached is compared with the heaviest talks that a digest
   * has room for, because nobody can tell all of a busy day.
   */
  private double coverage(List<Claim> claims) {
    Set<String> cited = cited(claims);
    Set<String> near = new HashSet<>();
    for (Topic topic : topics.topics()) {
      if (topic.messageIds().stream().anyMatch(cited::contains)) {
        near.addAll(topic.messageIds());
      }
    }
    List<Talk> talks = talks();
    double all = talks.stream().limit(room()).mapToDouble(Talk::weight).sum();
    double reached = 0;
    for (Talk talk : talks) {
      boolean isCited = talk.messageIds().stream().anyMatch(cited::contains);
      boolean isNear = talk.messageIds().stream().anyMatch(near::contains);
      reached += talk.weight() * (isCited ? 1 : isNear ? NEAR : 0);
    }
    return all == 0 ? 1 : Rounded.share(Math.min(1, reached / all));
  }

  /** Talks that a digest has room for: few of a quiet day, because there are few to tell. */
  private int room() {
    return Math.min(ROOM, 1 + reading.context().messageCount() / MESSAGES_A_TALK);
  }

  /** A thread or a message alone, with how much it matters. */
  private record Talk(Set<String> messageIds, double weight) {}

  /** The talks that say something, heaviest first. */
  private List<Talk> talks() {
    Map<String, Double> ranks = new HashMap<>();
    reading.context().ranking().forEach(one -> ranks.put(one.messageId(), one.score()));
    Map<String, List<Utterance>> byThread = new LinkedHashMap<>();
    for (Utterance one : reading.conversation().utterances()) {
      String key =
          one.threadId() == null ? one.id() : one.threadId().replaceFirst("-part\\d+$", "");
      byThread.computeIfAbsent(key, k -> new ArrayList<>()).add(one);
    }
    return byThread.values().stream()
        .map(
            talk ->
                new Talk(
                    new HashSet<>(Conversation.ids(talk)),
                    Math.sqrt(talk.stream().mapToDouble(one -> weight(one, ranks)).sum())))
        .filter(talk -> talk.weight() > 0)
        .sorted(Comparator.comparingDouble((Talk talk) -> -talk.weight()))
        .toList();
  }

  private double weight(Utterance utterance, Map<String, Double> ranks) {
    double rank =
        utterance.messageIds().stream()
            .mapToDouble(id -> ranks.getOrDefault(id, 0.0))
            .max()
            .orElse(0);
    return rank * value(utterance);
  }

  private List<Utterance> valuable() {
    return reading.best(reading.conversation().utterances()).stream()
        .filter(one -> reading.value(one) > 0.4)
        .map(reading.conversation()::of)
        .distinct()
        .limit(12)
        .toList();
  }

  private double focus(List<Claim> claims) {
    Set<String> topical = new HashSet<>();
    topics.topics().forEach(topic -> topical.addAll(topic.messageIds()));
    Set<String> practical = practical();
    double sum = 0;
    for (Claim claim : claims) {
      boolean onTopic = claim.messageIds().stream().anyMatch(topical::contains);
      boolean isPractical = claim.messageIds().stream().anyMatch(practical::contains);
      double value = claim.messageIds().stream().mapToDouble(this::value).max().orElse(0);
      sum +=
          Math.min(1, (onTopic ? ON_TOPIC : OFF_TOPIC) + Math.max(value, isPractical ? USEFUL : 0));
    }
    return Rounded.share(sum / claims.size());
  }

  /** Messages that decide, promise or ask something: a reader can act on them. */
  private Set<String> practical() {
    Set<String> ids = new HashSet<>();
    reading.decisions().forEach(one -> ids.addAll(one.utterance().messageIds()));
    reading.actions().forEach(one -> ids.addAll(Conversation.ids(one.sources())));
    reading.exchanges().stream()
        .filter(Exchange::opening)
        .forEach(one -> ids.addAll(one.asker().messageIds()));
    return ids;
  }

  private double value(String messageId) {
    Utterance utterance = reading.conversation().ofMessage(messageId);
    return utterance == null ? 0 : value(utterance);
  }

  private double value(Utterance utterance) {
    return utterance.sentences().stream().mapToDouble(reading::value).max().orElse(0);
  }

  private static Set<String> cited(List<Claim> claims) {
    Set<String> cited = new HashSet<>();
    claims.forEach(claim -> cited.addAll(claim.messageIds()));
    return cited;
  }

  private List<String> notes(double faithful, double coherent, double covering, double focused) {
    List<String> notes = new ArrayList<>();
    note(notes, "judge.citation", faithful);
    note(notes, "judge.repetition", coherent);
    note(notes, "judge.coverage", covering);
    note(notes, "judge.focus", focused);
    return notes;
  }

  private void note(List<String> notes, String key, double score) {
    if (score < LOW) {
      reading.pack().wording().say(key).ifPresent(notes::add);
    }
  }
}
