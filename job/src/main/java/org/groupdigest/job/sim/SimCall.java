package org.groupdigest.job.sim;

import java.time.Instant;
import java.util.List;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.sim.fault.Fault;
import org.groupdigest.job.sim.fault.Lie;

/**
 * A request as the simulator remembers it: no word of the prompt or the answer, but for what a lie
 * made up.
 *
 * @param arrivedAt when it had been read
 * @param answeredAt when its answer went out or the connection was dropped, or null without either
 * @param path path of the URL
 * @param model model that was asked for, or null
 * @param idempotencyKey {@code X-Request-ID}, or null
 * @param attempt which request with this key, from 1
 * @param tenant opaque name of the tenant, or null
 * @param stages what was asked for, as far as it was understood
 * @param promptTokens tokens of the prompt as reported, 0 when nothing was
 * @param answerTokens tokens of the answer as reported, 0 when nothing was
 * @param status HTTP status, 0 when there was none
 * @param fault what went wrong, or null
 * @param lie what was not true, or null
 * @param obeyed orders of the chat that were followed, never null
 * @param paid whether an answer with its usage was sent to the end
 */
public record SimCall(
    Instant arrivedAt,
    Instant answeredAt,
    String path,
    String model,
    String idempotencyKey,
    int attempt,
    String tenant,
    List<Stage> stages,
    int promptTokens,
    int answerTokens,
    int status,
    Fault fault,
    Lie lie,
    List<String> obeyed,
    boolean paid) {

  /** The same as it ended. */
  SimCall ended(Instant at, boolean complete) {
    return new SimCall(
        arrivedAt,
        at,
        path,
        model,
        idempotencyKey,
        attempt,
        tenant,
        stages,
        promptTokens,
        answerTokens,
        status,
        fault,
        lie,
        obeyed,
        paid && complete);
  }
}
