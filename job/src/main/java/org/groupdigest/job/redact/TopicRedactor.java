package org.groupdigest.job.redact;

import java.util.List;
import java.util.Optional;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Topics;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.model.text.CleanText;

/**
 * Takes erased messages out of topics. A topic whose summary rests on one goes; of a topic that
 * merely contains one, what nobody can trace to its sources goes: title, keywords, blockers.
 */
final class TopicRedactor {

  /** Longest title made of a summary, in UTF-16 units. */
  private static final int MAX_TITLE = 60;

  private final Erased erased;

  TopicRedactor(Erased erased) {
    this.erased = erased;
  }

  Topics redact(Topics topics) {
    return topics.topics() == null
        ? topics
        : new Topics(topics.topics().stream().map(this::redact).flatMap(Optional::stream).toList());
  }

  /** The actions that are left, without owners who are not. */
  List<ActionItem> actions(List<ActionItem> actions) {
    return actions == null
        ? null
        : actions.stream().filter(action -> !isGone(action)).map(this::withoutOwner).toList();
  }

  private Optional<Topic> redact(Topic topic) {
    boolean touched = erased.isCited(topic.messageIds());
    List<String> left = erased.left(topic.messageIds());
    boolean empty = touched && left.isEmpty();
    return empty || isUnfounded(topic, touched)
        ? Optional.empty()
        : Optional.of(redact(topic, left, touched));
  }

  /** Whether the summary rests on an erased message, or may do so, or names somebody erased. */
  private boolean isUnfounded(Topic topic, boolean touched) {
    boolean uncited = topic.summaryMessageIds() == null || topic.summaryMessageIds().isEmpty();
    return erased.isIn(topic.summary(), topic.summaryMessageIds()) || (touched && uncited);
  }

  private Topic redact(Topic topic, List<String> left, boolean touched) {
    boolean decisionGone = erased.isIn(topic.decision(), topic.decisionMessageIds());
    return new Topic(
        topic.topicId(),
        title(topic, touched),
        topic.priority(),
        left,
        erased.threads(topic.threadIds()),
        topic.summary(),
        topic.summaryMessageIds(),
        decisionGone ? null : topic.decision(),
        decisionGone ? List.of() : topic.decisionMessageIds(),
        topic.status(),
        erased.others(topic.owners()),
        untraced(topic.blockers(), touched),
        actions(topic.actions()),
        untraced(topic.keywords(), touched),
        count(topic, left));
  }

  private String title(Topic topic, boolean touched) {
    return touched || erased.people().areNamedIn(topic.title())
        ? CleanText.clip(CleanText.of(topic.summary()), MAX_TITLE)
        : topic.title();
  }

  private List<String> untraced(List<String> texts, boolean touched) {
    return touched ? List.of() : erased.harmless(texts);
  }

  /** Duplicates are counted with the message that they repeat: how many went is not known. */
  private static int count(Topic topic, List<String> left) {
    if (left == null) {
      return topic.messageCount();
    }
    int gone = topic.messageIds().size() - left.size();
    return Math.max(left.size(), topic.messageCount() - gone);
  }

  private boolean isGone(ActionItem action) {
    return erased.isIn(action.action(), action.messageIds())
        || erased.people().areNamedIn(action.due());
  }

  private ActionItem withoutOwner(ActionItem action) {
    return erased.people().include(action.owner())
        ? new ActionItem(null, action.action(), action.due(), action.messageIds())
        : action;
  }
}
