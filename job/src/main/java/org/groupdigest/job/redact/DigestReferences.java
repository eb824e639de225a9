package org.groupdigest.job.redact;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.SourceMessage;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.Topics.Topic;

/** Which messages a digest was made from, cites or links to. */
public final class DigestReferences {

  private final Set<String> ids = new LinkedHashSet<>();

  private DigestReferences() {}

  /** Ids of all messages that the digest refers to, of its own window or an earlier one. */
  public static Set<String> of(DigestRecord digest) {
    Set<String> ids = ofContent(digest);
    for (SourceMessage source : digest.sources()) {
      if (source.replyToMessageId() != null) {
        ids.add(source.replyToMessageId());
      }
    }
    return ids;
  }

  /**
   * Ids of the messages of which the digest may say something: all but those that are only answered
   * by others.
   */
  static Set<String> ofContent(DigestRecord digest) {
    DigestReferences references = new DigestReferences();
    digest.sources().forEach(source -> references.add(source.messageId()));
    digest.ranking().forEach(ranked -> references.add(ranked.messageId()));
    digest.mediaHighlights().forEach(media -> references.add(media.messageId()));
    digest.related().forEach(related -> references.add(related.messageId()));
    digest
        .historyLinks()
        .forEach(
            link -> {
              references.add(link.messageId());
              references.add(link.linkedId());
            });
    orEmpty(digest.roles().participants()).forEach(one -> references.addAll(one.messageIds()));
    orEmpty(digest.topics().topics()).forEach(references::addTopic);
    if (digest.synthesis() != null) {
      references.addSynthesis(digest.synthesis());
    }
    return references.ids;
  }

  private void addTopic(Topic topic) {
    addAll(topic.messageIds());
    addAll(topic.summaryMessageIds());
    addAll(topic.decisionMessageIds());
    addActions(topic.actions());
  }

  private void addSynthesis(Synthesis synthesis) {
    if (synthesis.headline() != null) {
      addAll(synthesis.headline().messageIds());
    }
    addClaims(synthesis.keyPoints());
    addClaims(synthesis.decisions());
    addClaims(synthesis.openQuestions());
    addActions(synthesis.actions());
    orEmpty(synthesis.participants()).forEach(mention -> addAll(mention.messageIds()));
  }

  private void addClaims(List<Claim> claims) {
    orEmpty(claims).forEach(claim -> addAll(claim.messageIds()));
  }

  private void addActions(List<ActionItem> actions) {
    orEmpty(actions).forEach(action -> addAll(action.messageIds()));
  }

  private void addAll(Collection<String> messageIds) {
    if (messageIds != null) {
      messageIds.forEach(this::add);
    }
  }

  private void add(String messageId) {
    if (messageId != null) {
      ids.add(messageId);
    }
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }
}
