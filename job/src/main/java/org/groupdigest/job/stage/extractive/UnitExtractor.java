package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Segments;
import org.groupdigest.job.model.Segments.Unit;

/** Answers {@code segmenter_agent}: what was said, sorted by cue words and by who answers whom. */
final class UnitExtractor {

  private static final int MAX_UNITS = 80;
  private static final List<String> CUED =
      List.of("risk", "celebration", "humor", "meta", "problem");

  private final Reading reading;
  private final CueWords cues;
  private final Map<Integer, Exchange> asked = new HashMap<>();
  private final Map<Integer, Exchange> answered = new HashMap<>();
  private final Map<Integer, DecisionFinder.Decision> decided = new HashMap<>();

  UnitExtractor(Reading reading) {
    this.reading = reading;
    this.cues = reading.pack().cues();
    for (Exchange exchange : reading.exchanges()) {
      asked.put(exchange.asker().index(), exchange);
      if (exchange.isAnswered()) {
        answered.putIfAbsent(exchange.answerer().index(), exchange);
      }
    }
    reading.decisions().forEach(one -> decided.putIfAbsent(one.utterance().index(), one));
  }

  private record Found(Utterance utterance, String kind, String text, double confidence) {}

  /** The units of the window in the order of the conversation, the surest when there are many. */
  Segments extract() {
    List<Found> found = new ArrayList<>();
    for (Utterance utterance : reading.conversation().utterances()) {
      Found one = utterance.automatic() ? null : find(utterance);
      if (one != null) {
        found.add(one);
      }
    }
    List<Found> kept =
        found.stream()
            .sorted(Comparator.comparingDouble((Found one) -> -one.confidence()))
            .limit(MAX_UNITS)
            .sorted(Comparator.comparingInt(one -> one.utterance().index()))
            .toList();
    List<Unit> units = new ArrayList<>();
    for (Found one : kept) {
      units.add(
          new Unit(
              "u" + (units.size() + 1),
              one.kind(),
              one.text(),
              one.utterance().messageIds(),
              one.confidence()));
    }
    return new Segments(units);
  }

  private Found find(Utterance utterance) {
    int index = utterance.index();
    if (decided.containsKey(index)) {
      DecisionFinder.Decision decision = decided.get(index);
      return found(utterance, "decision", decision.sentence(), 0.4 + decision.strength() / 5);
    }
    if (answered.containsKey(index)) {
      Exchange exchange = answered.get(index);
      return found(utterance, "solution", exchange.answer(), 0.3 + 0.6 * exchange.confidence());
    }
    if (asked.containsKey(index)) {
      Exchange exchange = asked.get(index);
      boolean trouble =
          cues.in("trouble", exchange.question().text())
              || (!exchange.question().isQuestion()
                  && cues.in("problem", exchange.question().text()));
      return found(utterance, trouble ? "problem" : "question", exchange.question(), 0.7);
    }
    return cued(utterance);
  }

  private Found cued(Utterance utterance) {
    List<Sentence> best = reading.best(List.of(utterance));
    if (best.isEmpty()) {
      return null;
    }
    String kind = null;
    int most = 0;
    for (String candidate : CUED) {
      int count = cues.count(candidate, utterance.raw());
      if (count > most) {
        most = count;
        kind = candidate;
      }
    }
    return kind == null
        ? null
        : found(utterance, kind, best.get(0), 0.35 + 0.1 * Math.min(4, most));
  }

  private static Found found(Utterance utterance, String kind, Sentence sentence, double sure) {
    return new Found(utterance, kind, sentence.text(), Rounded.two(Math.min(0.95, sure)));
  }
}
