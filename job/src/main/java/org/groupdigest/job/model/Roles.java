package org.groupdigest.job.model;

import java.util.List;

/**
 * Payload of {@code roles_agent}.
 *
 * @param participants who did what, most active first
 */
public record Roles(List<Participant> participants) {

  /**
   * One participant.
   *
   * @param username shown name, see {@link Message#author()}
   * @param roles roles with weights that add up to 1
   * @param dominantRole the heaviest of them
   * @param messageIds messages that show it
   * @param comment one line, may be empty
   */
  public record Participant(
      String username,
      List<WeightedRole> roles,
      String dominantRole,
      List<String> messageIds,
      String comment) {}

  /**
   * A role and how much of it.
   *
   * @param role one of initiator, facilitator, expert, supporter, critic, moderator, observer
   * @param weight 0..1
   */
  public record WeightedRole(String role, double weight) {}
}
