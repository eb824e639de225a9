package org.groupdigest.job.sim.fault;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Cites a message that the prompt does not have. */
final class ForeignId implements LieTeller {

  private static final int FAR = 1_000;
  private static final int ROOM = 8_000;

  @Override
  public List<Supplier<Lie>> ways(Scene scene) {
    List<Supplier<Lie>> ways = new ArrayList<>();
    for (Statement statement : scene.statements()) {
      ArrayNode ids = statement.node().withArray(statement.idsField());
      ways.add(
          () -> {
            String foreign = foreign(scene);
            ids.set(scene.dice().below(ids.size(), "place"), foreign);
            return new Lie(LieKind.FOREIGN_ID, statement.pointer(), foreign);
          });
    }
    return ways;
  }

  /** Above all ids that are numbers, so that it is foreign to the rest of the window as well. */
  private static String foreign(Scene scene) {
    Set<String> known = scene.sources().ids();
    long highest =
        known.stream()
            .filter(id -> id.matches("\\d{1,17}"))
            .mapToLong(Long::parseLong)
            .max()
            .orElse(0);
    return Long.toString(highest + FAR + scene.dice().below(ROOM, "id"));
  }
}
