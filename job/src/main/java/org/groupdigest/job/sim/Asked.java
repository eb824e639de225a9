package org.groupdigest.job.sim;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.sim.fault.Dice;
import org.groupdigest.job.sim.fault.Fault;
import org.groupdigest.job.sim.fault.Lie;
import org.groupdigest.job.sim.fault.SimFaults;

/**
 * A request to a model, and what chance has in store for it.
 *
 * @param request as it came
 * @param wire protocol it speaks
 * @param body its JSON
 * @param tenant opaque name of the tenant, or null
 * @param dice chance of this try of this call
 * @param faults what may go wrong
 * @param fault what does go wrong, or null
 */
record Asked(
    Incoming request,
    Wire wire,
    JsonNode body,
    String tenant,
    Dice dice,
    SimFaults faults,
    Fault fault) {

  /** Reads a request; without a key it is known by its body. */
  static Asked of(Incoming request, Wire wire, SimLog log, SimFaults faults, long seed) {
    JsonNode body = request.json();
    String key = request.idempotencyKey();
    String call = key == null ? Checksums.sha256(request.body()) : key;
    Dice dice = new Dice(seed, call, log.attempt(call));
    String tenant = wire.tenant(request, body);
    Fault fault = faults.strike(tenant, dice).orElse(null);
    return new Asked(request, wire, body, tenant, dice, faults, fault);
  }

  /** The model that is asked, or null. */
  String model() {
    return body.path("model").asText(null);
  }

  /** Most tokens of the answer. */
  int maxTokens() {
    return body.path("max_completion_tokens")
        .asInt(body.path("max_tokens").asInt(Integer.MAX_VALUE));
  }

  /** What all or the user's messages say, oldest first. */
  List<String> contents(boolean usersOnly) {
    List<String> contents = new ArrayList<>();
    for (JsonNode message : body.path("messages")) {
      if (!usersOnly || message.path("role").asText().equals("user")) {
        contents.add(message.path("content").asText());
      }
    }
    return contents;
  }

  /** How it is remembered when it comes to nothing. */
  SimCall unpaid(int status, List<Stage> stages) {
    return call(status, stages, 0, 0, null, List.of(), false);
  }

  /** How it is remembered. */
  SimCall call(
      int status,
      List<Stage> stages,
      int promptTokens,
      int answerTokens,
      Lie lie,
      List<String> obeyed,
      boolean paid) {
    return new SimCall(
        request.arrivedAt(),
        null,
        request.path(),
        model(),
        request.idempotencyKey(),
        dice.attempt(),
        tenant,
        stages,
        promptTokens,
        answerTokens,
        status,
        fault,
        lie,
        obeyed,
        paid);
  }
}
