package org.groupdigest.job.sim.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Supplier;

/** Knows how to tell one kind of lie. */
interface LieTeller {

  /**
   * All ways to tell it in an answer. A way changes the answer in place when it is taken; only one
   * may be taken.
   */
  List<Supplier<Lie>> ways(Scene scene);

  /**
   * What a lie is told in.
   *
   * @param answer a right answer
   * @param sources what the prompt says
   * @param language ISO 639-1 code of the answer
   * @param dice what is chosen with
   */
  record Scene(ObjectNode answer, Sources sources, String language, Dice dice) {

    boolean isRussian() {
      return language.equals("ru");
    }

    List<Statement> statements() {
      return Statement.in(answer);
    }
  }
}
