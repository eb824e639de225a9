package org.groupdigest.job.sim.answer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groupdigest.job.model.ActionItem;
import org.groupdigest.job.model.Claim;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.ParticipantStats;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.WindowContext;

/**
 * Adds to the units of a window what a digest of the same window would tell and no unit holds:
 * promises and plain news, which cue words do not find. A later stage sees nothing but units.
 */
final class MoreUnits {

  private static final double CONFIDENCE = 0.4;
  private static final String EXCHANGE = " → ";

  private final WindowContext window;
  private final ArrayNode units;
  private final Set<String> held = new HashSet<>();

  MoreUnits(WindowContext window, ArrayNode units) {
    this.window = window;
    this.units = units;
    units.forEach(unit -> unit.path("message_ids").forEach(id -> held.add(id.asText())));
  }

  /** Adds what the digest tells, and puts all units in the order of the conversation. */
  void add(Synthesis digest) {
    for (ActionItem action : digest.actions()) {
      add("decision", action.action(), action.messageIds());
    }
    for (Claim point : digest.keyPoints()) {
      if (!point.text().contains(EXCHANGE)) {
        add("meta", withoutSpeaker(point.text()), point.messageIds());
      }
    }
    sort();
  }

  private void add(String kind, String text, List<String> ids) {
    if (held.addAll(ids)) {
      ObjectNode unit = units.addObject().put("kind", kind).put("text", text);
      ArrayNode sources = unit.putArray("message_ids");
      ids.forEach(sources::add);
      unit.put("confidence", CONFIDENCE);
    }
  }

  private String withoutSpeaker(String text) {
    for (ParticipantStats participant : window.participants()) {
      String speaker = participant.username() + ": ";
      if (text.startsWith(speaker)) {
        return text.substring(speaker.length());
      }
    }
    return text;
  }

  private void sort() {
    Map<String, Integer> places = new HashMap<>();
    for (Message message : window.messages()) {
      places.put(message.messageId(), places.size());
    }
    List<JsonNode> sorted = new ArrayList<>();
    units.forEach(sorted::add);
    sorted.sort(
        Comparator.comparingInt(
            unit -> places.getOrDefault(unit.path("message_ids").path(0).asText(), 0)));
    units.removeAll();
    units.addAll(sorted);
  }
}
