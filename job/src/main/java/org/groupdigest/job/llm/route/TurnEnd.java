package org.groupdigest.job.llm.route;

import org.groupdigest.job.llm.PaidAnswer;

/** How asking one model ended. */
sealed interface TurnEnd {

  /** It answered; the answer is settled and stored. */
  record Answered(PaidAnswer answer) implements TurnEnd {}

  /** It will not answer; another model may. */
  record Next(String errorCode) implements TurnEnd {}

  /** No model is to be asked any more. */
  record Stop(String errorCode) implements TurnEnd {}
}
