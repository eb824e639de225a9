package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
 *   <li>coverage: topics by their messages, and good sentences of the window, that claims reach;
 *   <li>focus: share of claims about topics, decisions, questions or sentences of value;
 *   <li>quality: the mean of the four, at most the weakest and a tenth.
 * </ul>
 */
final class ExtractiveJudge {

  private static final double LOW = 0.7;
  private static final double SAME = 0.7;

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
    if (digest.headline() != null && !isOwnWords(digest.headline().text())) {
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

  /** What the engine says itself has no words of a source. */
  private boolean isOwnWords(String text) {
    Wording wording = reading.pack().wording();
    return wording.isOwn("quiet.day", text) || wording.isOwn("quiet.hours", text);
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

  private double coverage(List<Claim> claims) {
    Set<String> cited = cited(claims);
    double all = 0;
    double reached = 0;
    for (Topic topic : topics.topics()) {
      all += topic.messageCount();
      reached += topic.messageIds().stream().anyMatch(cited::contains) ? topic.messageCount() : 0;
    }
    double ofTopics = all == 0 ? 1 : reached / all;
    return Rounded.share(0.7 * ofTopics + 0.3 * ofSentences(cited));
  }

  /** As many good sentences are to be reached as a digest has room for. */
  private double ofSentences(Set<String> cited) {
    List<Utterance> valuable = valuable();
    long wanted = Math.min(4, valuable.size());
    Set<String> reached = new HashSet<>(cited);
    for (Topic topic : topics.topics()) {
      if (topic.messageIds().stream().anyMatch(cited::contains)) {
        reached.addAll(topic.messageIds());
      }
    }
    long hit =
        valuable.stream()
            .filter(one -> one.messageIds().stream().anyMatch(reached::contains))
            .count();
    return wanted == 0 ? 1 : Math.min(1, hit / (double) wanted);
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
    double sum = 0;
    for (Claim claim : claims) {
      boolean onTopic = claim.messageIds().stream().anyMatch(topical::contains);
      double value = claim.messageIds().stream().mapToDouble(this::value).max().orElse(0);
      sum += onTopic ? 1 : Math.min(1, 0.3 + 2 * value);
    }
    return Rounded.share(sum / claims.size());
  }

  private double value(String messageId) {
    Utterance utterance = reading.conversation().ofMessage(messageId);
    return utterance == null
        ? 0
        : utterance.sentences().stream().mapToDouble(reading::value).max().orElse(0);
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
