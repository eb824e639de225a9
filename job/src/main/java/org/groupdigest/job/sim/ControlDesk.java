package org.groupdigest.job.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.sim.fault.FaultText;
import org.groupdigest.job.sim.fault.SimFaults;

/** Lets a running simulator be looked at and changed: {@code /control/log, /control/faults}. */
final class ControlDesk {

  private final SimLog log;
  private final AtomicReference<SimFaults> faults;

  ControlDesk(SimLog log, AtomicReference<SimFaults> faults) {
    this.log = log;
    this.faults = faults;
  }

  SimReply answer(Incoming request) {
    return switch (request.method() + " " + request.path()) {
      case "GET /control/log" -> SimReply.of(200, lines());
      case "GET /control/faults" -> SimReply.of(200, FaultText.write(faults.get()));
      case "POST /control/faults" -> change(request);
      default -> error(404, "GET /control/log, GET or POST /control/faults");
    };
  }

  private String lines() {
    return log.calls().stream().map(Json::write).collect(Collectors.joining("\n"));
  }

  private SimReply change(Incoming request) {
    if (!request.json().isObject()) {
      return error(400, "not a JSON object");
    }
    try {
      faults.set(FaultText.read(request.json()));
      return SimReply.of(200, FaultText.write(faults.get()));
    } catch (IllegalArgumentException e) {
      return error(400, e.getMessage());
    }
  }

  private static SimReply error(int status, String message) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.putObject("error").put("message", message);
    return SimReply.of(status, body);
  }
}
