package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.ParticipantStats;

/** Which messages of a participant show which role. */
final class RoleSignals {

  private static final int LITTLE = 2;
  private static final Map<String, Double> WORTH =
      Map.of(
          "initiator", 1.0,
          "facilitator", 1.4,
          "expert", 1.5,
          "supporter", 0.7,
          "critic", 1.1,
          "moderator", 1.4,
          "observer", 0.8);

  private final Reading reading;
  private final CueWords cues;

  RoleSignals(Reading reading) {
    this.reading = reading;
    this.cues = reading.pack().cues();
  }

  /** How much a role weighs, given what shows it. */
  static double strength(String role, List<Utterance> evidence) {
    return WORTH.get(role) * Math.max(1, evidence.size());
  }

  /** Evidence by role; never empty: who shows nothing else is an observer. */
  Map<String, List<Utterance>> of(ParticipantStats stats, List<Utterance> own) {
    Map<String, List<Utterance>> shown = new LinkedHashMap<>();
    if (reading.feed()) {
      shown.put("initiator", own);
      return shown;
    }
    for (Utterance utterance : own) {
      add(shown, "initiator", utterance, isOpening(utterance));
      add(shown, "expert", utterance, isAnswer(utterance));
      add(shown, "facilitator", utterance, cues.in("facilitate", utterance.text()));
      add(shown, "moderator", utterance, cues.in("moderate", utterance.text()));
      add(shown, "critic", utterance, cues.in("disagree", utterance.text()));
      add(shown, "supporter", utterance, isBacking(utterance));
    }
    boolean little = stats.messages() <= LITTLE && stats.repliesReceived() == 0;
    if (shown.isEmpty() || (little && !shown.containsKey("expert"))) {
      add(shown, "observer", own.get(0), true);
    }
    return shown;
  }

  private boolean isOpening(Utterance utterance) {
    return reading.exchanges().stream()
        .anyMatch(one -> one.asker().index() == utterance.index() && utterance.addressee() == null);
  }

  private boolean isAnswer(Utterance utterance) {
    return reading.exchanges().stream()
        .anyMatch(one -> one.isAnswered() && one.answerer().index() == utterance.index());
  }

  private boolean isBacking(Utterance utterance) {
    return cues.in("agree", utterance.raw())
        || cues.in("thanks", utterance.raw())
        || cues.in("celebration", utterance.raw());
  }

  private static void add(
      Map<String, List<Utterance>> shown, String role, Utterance utterance, boolean holds) {
    if (holds) {
      shown.computeIfAbsent(role, key -> new ArrayList<>()).add(utterance);
    }
  }
}
