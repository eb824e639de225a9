package org.groupdigest.job.quality;

import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.Topics.Topic;

/** Everything that a digest claims, line by line, with where it stands. */
final class DigestClaims {

  /**
   * One claim.
   *
   * @param path where it stands, such as {@code key_points[1]}
   * @param text what is claimed
   * @param messageIds its sources, never null
   */
  record Cited(String path, String text, List<String> messageIds) {}

  private final List<Cited> claims = new ArrayList<>();

  private DigestClaims() {}

  /** Claims of the synthesis: headline, key points, decisions, open questions, actions. */
  static List<Cited> of(Synthesis synthesis) {
    DigestClaims all = new DigestClaims();
    if (synthesis != null) {
      if (synthesis.headline() != null) {
        all.add("headline", synthesis.headline().text(), synthesis.headline().messageIds());
      }
      all.addClaims("key_points", synthesis.keyPoints());
      all.addClaims("decisions", synthesis.decisions());
      all.addClaims("open_questions", synthesis.openQuestions());
      all.addActions("actions", synthesis.actions());
    }
    return all.claims;
  }

  /** Claims of the topics: summaries, decisions, actions. */
  static List<Cited> of(Topics topics) {
    DigestClaims all = new DigestClaims();
    for (int i = 0; i < topics.topics().size(); i++) {
      Topic topic = topics.topics().get(i);
      String path = "topics[" + i + "]";
      all.add(path + ".summary", topic.summary(), topic.summaryMessageIds());
      all.add(path + ".decision", topic.decision(), topic.decisionMessageIds());
      all.addActions(path + ".actions", topic.actions());
    }
    return all.claims;
  }

  private void addClaims(String path, List<Claim> from) {
    for (int i = 0; i < from.size(); i++) {
      add(path + "[" + i + "]", from.get(i).text(), from.get(i).messageIds());
    }
  }

  private void addActions(String path, List<ActionItem> from) {
    for (int i = 0; i < from.size(); i++) {
      ActionItem action = from.get(i);
      String due = action.due() == null ? "" : " " + action.due();
      add(path + "[" + i + "]", action.action() + due, action.messageIds());
    }
  }

  private void add(String path, String text, List<String> messageIds) {
    if (text != null && !text.isBlank()) {
      claims.add(new Cited(path, text, messageIds == null ? List.of() : messageIds));
    }
  }
}
