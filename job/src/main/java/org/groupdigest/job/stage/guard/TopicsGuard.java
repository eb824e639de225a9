package org.groupdigest.job.stage.guard;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.sources.WindowMessages;
import org.groupdigest.job.model.sources.WordingSupport.Need;

/** Guards the payload of {@code topic_agent}. */
final class TopicsGuard {

  private final Findings findings;
  private final ClaimGuard claims;

  TopicsGuard(Findings findings) {
    this.findings = findings;
    this.claims = new ClaimGuard(findings);
  }

  Topics apply(Topics topics) {
    List<Topic> standing = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < topics.topics().size(); i++) {
      Topic topic =
          topic(Findings.at("$.topics", i), topics.topics().get(i), freeId(ids, topics, i));
      if (topic != null) {
        standing.add(topic);
      }
    }
    return new Topics(standing);
  }

  private static String freeId(Set<String> taken, Topics topics, int index) {
    String wanted = ClaimGuard.ownId(topics.topics().get(index).topicId());
    String id = wanted == null || taken.contains(wanted) ? "topic-" + (index + 1) : wanted;
    taken.add(id);
    return id;
  }

  private Topic topic(String path, Topic topic, String id) {
    List<String> messages = findings.messages(path + ".message_ids", topic.messageIds());
    if (messages.isEmpty()) {
      findings.noSource(path);
      return null;
    }
    List<String> summarySources =
        sources(path + ".summary_message_ids", topic.summaryMessageIds(), messages);
    String decision = ClaimGuard.blankToNull(topic.decision());
    List<String> decisionSources =
        decision == null
            ? List.of()
            : sources(path + ".decision_message_ids", topic.decisionMessageIds(), messages);
    boolean title = findings.holds(path + ".title", topic.title(), messages, Need.TITLE);
    boolean summary =
        findings.holds(path + ".summary", topic.summary(), summarySources, Need.STATEMENT);
    boolean decided =
        decision != null
            && findings.holds(path + ".decision", decision, decisionSources, Need.DECISION);
    Topic guarded =
        new Topic(
            id,
            topic.title().strip(),
            topic.priority(),
            messages,
            findings.threads(path + ".thread_ids", topic.threadIds()),
            topic.summary().strip(),
            summarySources,
            decided ? decision : null,
            decided ? decisionSources : List.of(),
            topic.status(),
            owners(path + ".owners", topic.owners(), messages),
            blockers(path + ".blockers", topic.blockers(), messages),
            claims.actions(path + ".actions", topic.actions()),
            Findings.orEmpty(topic.keywords()),
            count(path + ".message_count", topic.messageCount(), messages));
    return title && summary ? guarded : null;
  }

  /** The sources that exist; an answer that names none means all messages of the topic. */
  private List<String> sources(String path, List<String> ids, List<String> ofTopic) {
    List<String> known = findings.messages(path, ids);
    return known.isEmpty() ? ofTopic : known;
  }

  private List<String> owners(String path, List<String> names, List<String> messages) {
    Set<String> owners = new LinkedHashSet<>();
    List<String> all = Findings.orEmpty(names);
    for (int i = 0; i < all.size(); i++) {
      String owner = findings.concerned(Findings.at(path, i), all.get(i), messages);
      if (owner != null) {
        owners.add(owner);
      }
    }
    return List.copyOf(owners);
  }

  private List<String> blockers(String path, List<String> texts, List<String> messages) {
    List<String> standing = new ArrayList<>();
    List<String> all = Findings.orEmpty(texts);
    for (int i = 0; i < all.size(); i++) {
      if (findings.holds(Findings.at(path, i), all.get(i), messages, Need.STATEMENT)) {
        standing.add(all.get(i).strip());
      }
    }
    return standing;
  }

  /**
   * At least the distinct messages, at most the window with everything removed from it. A count
   * that is missing or wrong becomes the messages with their repeats.
   */
  private int count(String path, int claimed, List<String> messages) {
    WindowMessages window = findings.window();
    boolean missing = claimed == 0;
    if (!missing && claimed >= messages.size() && claimed <= window.total()) {
      return claimed;
    }
    if (!missing) {
      findings.error(GuardError.Kind.WRONG_COUNT, path);
    }
    List<Message> found = window.findAll(messages);
    return found.size() + found.stream().mapToInt(window::repeatsOf).sum();
  }
}
