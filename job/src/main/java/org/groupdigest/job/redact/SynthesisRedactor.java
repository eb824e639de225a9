package org.groupdigest.job.redact;

import java.util.List;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Synthesis;

/** Takes erased messages and people out of what a digest claims and whom it names. */
final class SynthesisRedactor {

  private final Erased erased;
  private final TopicRedactor topics;

  SynthesisRedactor(Erased erased, TopicRedactor topics) {
    this.erased = erased;
    this.topics = topics;
  }

  Synthesis redact(Synthesis synthesis) {
    if (synthesis == null) {
      return null;
    }
    Claim headline = synthesis.headline();
    return new Synthesis(
        headline == null || isGone(headline) ? null : headline,
        claims(synthesis.keyPoints()),
        claims(synthesis.decisions()),
        claims(synthesis.openQuestions()),
        topics.actions(synthesis.actions()),
        mentions(synthesis.participants()));
  }

  Roles redact(Roles roles) {
    return roles.participants() == null
        ? roles
        : new Roles(
            roles.participants().stream()
                .filter(one -> !isGone(one.username(), one.messageIds()))
                .map(this::redact)
                .toList());
  }

  private Roles.Participant redact(Roles.Participant one) {
    return new Roles.Participant(
        one.username(),
        one.roles(),
        one.dominantRole(),
        erased.left(one.messageIds()),
        remark(one.comment(), one.messageIds()));
  }

  private List<Synthesis.Mention> mentions(List<Synthesis.Mention> mentions) {
    return mentions == null
        ? null
        : mentions.stream()
            .filter(one -> !isGone(one.username(), one.messageIds()))
            .map(this::redact)
            .toList();
  }

  private Synthesis.Mention redact(Synthesis.Mention one) {
    return new Synthesis.Mention(
        one.username(),
        one.role(),
        remark(one.note(), one.messageIds()),
        erased.left(one.messageIds()));
  }

  /** Whether somebody is erased, or nothing is left of what they are named for. */
  private boolean isGone(String username, List<String> messageIds) {
    return erased.people().include(username)
        || (erased.isCited(messageIds) && erased.left(messageIds).isEmpty());
  }

  private String remark(String text, List<String> messageIds) {
    return erased.isIn(text, messageIds) ? "" : text;
  }

  private List<Claim> claims(List<Claim> claims) {
    return claims == null ? null : claims.stream().filter(claim -> !isGone(claim)).toList();
  }

  private boolean isGone(Claim claim) {
    return erased.isIn(claim.text(), claim.messageIds());
  }
}
