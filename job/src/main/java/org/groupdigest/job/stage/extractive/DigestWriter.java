package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Synthesis.Mention;
import org.groupdigest.job.model.Topics;

/** Answers {@code synthesis_agent}: the digest, made of the window's own sentences. */
final class DigestWriter {

  private static final int MAX_DECISIONS = 5;
  private static final int MAX_ACTIONS = 5;
  private static final int MAX_QUESTIONS = 3;
  private static final int MAX_OF_SHORT = 5;
  private static final int MAX_MENTIONS = 4;
  private static final double SURE_ACTION = 1.5;
  private static final double SAME = 0.5;

  private final Reading reading;
  private final Topics topics;
  private final Roles roles;
  private final Points points;

  /**
   * @param topics what the window was about
   * @param roles who did what
   */
  DigestWriter(Reading reading, Topics topics, Roles roles) {
    this.reading = reading;
    this.topics = topics;
    this.roles = roles;
    this.points = new Points(reading);
  }

  /** Writes the digest; parts without substance stay empty. */
  Synthesis write() {
    List<Claim> decisions = decisions();
    List<ActionItem> actions = actions(decisions);
    List<Claim> questions = openQuestions();
    KeyPoints keyPoints = new KeyPoints(reading, topics);
    List<Claim> chosen = keyPoints.choose(decisions);
    Claim headline = new Headlines(reading, topics).write(chosen).orElse(null);
    return new Synthesis(
        headline, without(headline, chosen), decisions, questions, actions, mentions());
  }

  /** What the headline says in full is not said again. */
  private static List<Claim> without(Claim headline, List<Claim> points) {
    return points.size() < 2
        ? points
        : points.stream().filter(one -> !one.equals(headline)).toList();
  }

  private List<Claim> decisions() {
    List<Claim> claims = new ArrayList<>();
    for (DecisionFinder.Decision one : reading.decisions()) {
      Claim claim = points.decision(one);
      if (claims.size() < MAX_DECISIONS && !isSaid(claim.text(), claims)) {
        claims.add(claim);
      }
    }
    return claims;
  }

  private List<ActionItem> actions(List<Claim> decisions) {
    List<ActionItem> items = new ArrayList<>();
    List<Claim> said = new ArrayList<>(decisions);
    for (ActionFinder.Action one : reading.actions()) {
      Claim claim = new Claim(one.text(), Conversation.ids(one.sources()));
      boolean sure = one.strength() >= SURE_ACTION || one.due() != null;
      if (sure && items.size() < MAX_ACTIONS && !isSaid(claim.text(), said)) {
        items.add(points.action(one));
        said.add(claim);
      }
    }
    return items;
  }

  private List<Claim> openQuestions() {
    int most = reading.isShort() ? MAX_OF_SHORT : MAX_QUESTIONS;
    List<Claim> claims = new ArrayList<>();
    reading.exchanges().stream()
        .filter(one -> one.opening() && one.isOpen() && (reading.isShort() || !one.heeded()))
        .sorted(
            Comparator.comparingDouble((Exchange one) -> -reading.value(one.question()))
                .thenComparingInt(one -> one.asker().index()))
        .forEach(
            one -> {
              Claim claim = points.exchange(one);
              if (claims.size() < most && !isSaid(claim.text(), claims)) {
                claims.add(claim);
              }
            });
    return claims;
  }

  private boolean isSaid(String text, List<Claim> claims) {
    List<String> stems = reading.pack().analyzer().contentStems(text);
    return claims.stream()
        .map(one -> reading.pack().analyzer().contentStems(one.text()))
        .anyMatch(one -> SentenceSelector.jaccard(one, stems) > SAME);
  }

  private List<Mention> mentions() {
    if (reading.feed()) {
      return List.of();
    }
    return roles.participants().stream()
        .filter(one -> !one.dominantRole().equals("observer") && !one.messageIds().isEmpty())
        .limit(MAX_MENTIONS)
        .map(one -> new Mention(one.username(), one.dominantRole(), note(one), one.messageIds()))
        .toList();
  }

  private static String note(Roles.Participant participant) {
    return Optional.ofNullable(participant.comment()).orElse("");
  }
}
