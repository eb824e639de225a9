package org.groupdigest.job.stage.compact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Roles.Participant;
import org.groupdigest.job.model.Roles.WeightedRole;

/**
 * One list of participants out of those of chunks. What somebody was in a chunk counts by the
 * messages they wrote there; the heaviest role leads.
 */
final class RolesMerge {

  /** Most participants that the stage's schema takes. */
  static final int MAX_PARTICIPANTS = 200;

  private static final int MAX_SOURCES = 400;

  private final String username;
  private final Map<String, Double> weights = new LinkedHashMap<>();
  private final Set<String> sources = new LinkedHashSet<>();
  private String comment = "";
  private int messages;

  private RolesMerge(String username) {
    this.username = username;
  }

  /** The participants of all chunks, most active first. */
  static Roles of(List<ChunkPart> parts) {
    Map<String, RolesMerge> people = new LinkedHashMap<>();
    for (ChunkPart part : parts) {
      for (Participant one : part.payload(Roles.class).participants()) {
        people
            .computeIfAbsent(one.username(), RolesMerge::new)
            .add(one, part.messagesOf(one.username()));
      }
    }
    return new Roles(
        people.values().stream()
            .sorted(Comparator.comparingInt((RolesMerge person) -> -person.messages))
            .limit(MAX_PARTICIPANTS)
            .map(RolesMerge::participant)
            .toList());
  }

  private void add(Participant one, int written) {
    double all = one.roles().stream().mapToDouble(WeightedRole::weight).sum();
    if (all == 0) {
      weights.merge(one.dominantRole(), (double) written, Double::sum);
    } else {
      one.roles().forEach(r -> weights.merge(r.role(), written * r.weight() / all, Double::sum));
    }
    sources.addAll(one.messageIds());
    comment = comment.isEmpty() ? one.comment() : comment;
    messages += written;
  }

  private Participant participant() {
    List<WeightedRole> roles = roles();
    return new Participant(
        username,
        roles,
        roles.get(0).role(),
        sources.stream().limit(MAX_SOURCES).toList(),
        comment);
  }

  /** Roles heaviest first; rounding is settled with the heaviest, so that they add up to 1. */
  private List<WeightedRole> roles() {
    double all = weights.values().stream().mapToDouble(Double::doubleValue).sum();
    List<WeightedRole> roles = new ArrayList<>();
    weights.forEach(
        (role, weight) -> roles.add(new WeightedRole(role, Shares.rounded(weight / all))));
    roles.removeIf(role -> role.weight() == 0);
    roles.sort(Comparator.comparingDouble((WeightedRole one) -> -one.weight()));
    double rest = roles.stream().skip(1).mapToDouble(WeightedRole::weight).sum();
    roles.set(0, new WeightedRole(roles.get(0).role(), Shares.rounded(1 - rest)));
    return roles;
  }
}
