package org.groupdigest.job.model;

import java.util.List;

/**
 * Payload of {@code synthesis_agent}: the digest before rendering. Lists may be empty; nothing is
 * there because a form wants it.
 *
 * @param headline the one thing to know, with sources; null on a day without substance
 * @param keyPoints what happened
 * @param decisions what was decided
 * @param openQuestions what nobody has answered
 * @param actions what is to be done
 * @param participants who mattered and how
 */
public record Synthesis(
    Claim headline,
    List<Claim> keyPoints,
    List<Claim> decisions,
    List<Claim> openQuestions,
    List<ActionItem> actions,
    List<Mention> participants) {

  /**
   * A participant worth naming.
   *
   * @param username shown name
   * @param role dominant role
   * @param note one line, may be empty
   * @param messageIds sources
   */
  public record Mention(String username, String role, String note, List<String> messageIds) {}
}
