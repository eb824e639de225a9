package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.ParticipantStats;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.Roles.Participant;
import org.groupdigest.job.model.Roles.WeightedRole;

/**
 * Answers {@code roles_agent}: what each participant did, by behaviour. Programs have no role;
 * people whose messages did not reach the stage are left out, because nothing could be cited.
 */
final class RoleProfiler {

  private static final int MAX_PARTICIPANTS = 12;
  private static final int MAX_SOURCES = 5;
  private static final double LEAST_WEIGHT = 0.1;

  private final Reading reading;
  private final RoleSignals signals;

  RoleProfiler(Reading reading) {
    this.reading = reading;
    this.signals = new RoleSignals(reading);
  }

  /** The participants, most active first. */
  Roles profile() {
    List<Participant> participants = new ArrayList<>();
    for (ParticipantStats stats : reading.context().participants()) {
      List<Utterance> own = own(stats.username());
      boolean automatic = stats.bot() || own.stream().anyMatch(Utterance::automatic);
      if (!own.isEmpty() && !automatic && participants.size() < MAX_PARTICIPANTS) {
        participants.add(participant(stats, own));
      }
    }
    return new Roles(participants);
  }

  private List<Utterance> own(String author) {
    return reading.conversation().utterances().stream()
        .filter(one -> one.author().equals(author))
        .toList();
  }

  private Participant participant(ParticipantStats stats, List<Utterance> own) {
    Map<String, List<Utterance>> shown = signals.of(stats, own);
    List<WeightedRole> roles = weights(shown);
    String dominant = roles.get(0).role();
    List<Utterance> evidence = shown.getOrDefault(dominant, List.of());
    List<Utterance> sources = evidence.isEmpty() ? own : evidence;
    return new Participant(
        stats.username(),
        roles,
        dominant,
        Conversation.ids(sources.subList(0, Math.min(MAX_SOURCES, sources.size()))).stream()
            .limit(MAX_SOURCES)
            .toList(),
        reading.pack().wording().say("role." + dominant).orElse(""));
  }

  /** Weights of two digits that add up to 1, heaviest first, trifles left out. */
  private static List<WeightedRole> weights(Map<String, List<Utterance>> shown) {
    Map<String, Double> strengths = new LinkedHashMap<>();
    shown.forEach((role, evidence) -> strengths.put(role, RoleSignals.strength(role, evidence)));
    double all = strengths.values().stream().mapToDouble(Double::doubleValue).sum();
    strengths.values().removeIf(strength -> strength < LEAST_WEIGHT * all);
    double kept = strengths.values().stream().mapToDouble(Double::doubleValue).sum();
    List<WeightedRole> roles = new ArrayList<>();
    strengths.forEach(
        (role, strength) -> roles.add(new WeightedRole(role, Rounded.two(strength / kept))));
    roles.sort(
        Comparator.comparingDouble((WeightedRole one) -> -one.weight())
            .thenComparing(WeightedRole::role));
    double rest = 1 - roles.stream().skip(1).mapToDouble(WeightedRole::weight).sum();
    roles.set(0, new WeightedRole(roles.get(0).role(), Rounded.two(rest)));
    return roles;
  }
}
