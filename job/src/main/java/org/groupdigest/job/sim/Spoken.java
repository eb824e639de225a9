package org.groupdigest.job.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.groupdigest.job.sim.fault.AnswerSpoiler;
import org.groupdigest.job.sim.fault.Liar;
import org.groupdigest.job.sim.fault.Lie;
import org.groupdigest.job.sim.fault.Obedience;
import org.groupdigest.job.sim.prompt.SimPrompt;

/**
 * An answer in words.
 *
 * @param text what the model says
 * @param truncated whether it stopped too early
 * @param lie what is not true in it, or null
 * @param obeyed orders of the chat that it follows
 */
record Spoken(String text, boolean truncated, Lie lie, List<String> obeyed) {

  /** Says a right answer as the fault of the request wants it; the answer may be changed. */
  static Spoken of(ObjectNode answer, SimPrompt prompt, Asked asked, Liar liar) {
    if (asked.fault() == null) {
      return plain(answer.toString());
    }
    return switch (asked.fault()) {
      case TRUNCATED ->
          new Spoken(
              AnswerSpoiler.truncated(answer.toString(), asked.dice()), true, null, List.of());
      case FENCED -> plain(AnswerSpoiler.fenced(answer.toString()));
      case CHATTY -> plain(AnswerSpoiler.chatty(answer.toString()));
      case WRONG_SCHEMA -> plain(AnswerSpoiler.wrongSchema(answer, asked.dice()));
      case NOT_JSON -> plain(AnswerSpoiler.notJson());
      case LYING -> lying(answer, prompt, asked, liar);
      case GULLIBLE -> {
        List<String> obeyed = Obedience.obey(answer, prompt.data());
        yield new Spoken(answer.toString(), false, null, obeyed);
      }
      default -> plain(answer.toString());
    };
  }

  private static Spoken lying(ObjectNode answer, SimPrompt prompt, Asked asked, Liar liar) {
    Lie lie = liar.lie(answer, prompt, asked.faults().lies(), asked.dice()).orElse(null);
    return new Spoken(answer.toString(), false, lie, List.of());
  }

  private static Spoken plain(String text) {
    return new Spoken(text, false, null, List.of());
  }
}
