package org.groupdigest.job.sim.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.groupdigest.job.sim.prompt.SimPrompt;

/** Puts one lie into a right answer. Stateless. */
public final class Liar {

  private final Map<LieKind, LieTeller> tellers = new EnumMap<>(LieKind.class);

  /** A liar who knows every kind. */
  public Liar() {
    tellers.put(LieKind.WRONG_AUTHOR, new WrongAuthor());
    tellers.put(LieKind.FOREIGN_ID, new ForeignId());
    tellers.put(LieKind.CHANGED_NUMBER, new ChangedNumber());
    tellers.put(LieKind.CHANGED_DATE, new ChangedDate());
    tellers.put(LieKind.INVENTED_PARTICIPANT, new InventedParticipant());
    tellers.put(LieKind.INVENTED_DECISION, new InventedDecision());
  }

  /**
   * Changes one thing in the answer.
   *
   * @param kinds what to choose from; the next one is tried when the answer has no room for a kind
   * @return what was done; empty when no kind finds a place, as in an answer that cites nothing
   */
  public Optional<Lie> lie(ObjectNode answer, SimPrompt prompt, List<LieKind> kinds, Dice dice) {
    LieTeller.Scene scene =
        new LieTeller.Scene(answer, new Sources(prompt.data()), prompt.language(), dice);
    int first = dice.below(kinds.size(), "lie");
    for (int i = 0; i < kinds.size(); i++) {
      LieKind kind = kinds.get((first + i) % kinds.size());
      List<Supplier<Lie>> ways = tellers.get(kind).ways(scene);
      if (!ways.isEmpty()) {
        return Optional.of(dice.pick(ways, "way").get());
      }
    }
    return Optional.empty();
  }
}
