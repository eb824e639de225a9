package org.groupdigest.job.sim;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.sim.fault.SimFaults;

/** Takes requests of a protocol to whoever answers them. */
final class Reception {

  private final Wire wire;
  private final ModelDesk desk;
  private final SimLog log;
  private final AtomicReference<SimFaults> faults;
  private final long seed;

  Reception(Wire wire, ModelDesk desk, SimLog log, AtomicReference<SimFaults> faults, long seed) {
    this.wire = wire;
    this.desk = desk;
    this.log = log;
    this.faults = faults;
    this.seed = seed;
  }

  /** Plans the answer to a request for this protocol. */
  Planned plan(Incoming request) {
    Optional<Refusal> refusal = wire.refuse(request);
    if (refusal.isPresent()) {
      return plain(request, wire.refusal(refusal.get(), null));
    }
    String path = request.path();
    String last = path.substring(path.indexOf("/v1") + 3);
    return switch (last) {
      case "/chat/completions" -> post(request, true);
      case "/embeddings" -> post(request, false);
      case "/models" ->
          request.method().equals("GET")
              ? plain(request, SimReply.of(200, models()))
              : plain(request, wire.refusal(Refusal.NO_SUCH_METHOD, null));
      default -> plain(request, wire.refusal(Refusal.NO_SUCH_PATH, null));
    };
  }

  private Planned post(Incoming request, boolean chat) {
    if (!request.isPost()) {
      return plain(request, wire.refusal(Refusal.NO_SUCH_METHOD, null));
    }
    if (!request.json().isObject()) {
      return plain(request, wire.refusal(Refusal.NOT_UNDERSTOOD, "not_json"));
    }
    Asked asked = Asked.of(request, wire, log, faults.get(), seed);
    return chat ? desk.chat(asked) : desk.embeddings(asked);
  }

  private ObjectNode models() {
    ObjectNode body = Json.mapper().createObjectNode().put("object", "list");
    ArrayNode data = body.putArray("data");
    for (String model : wire.models()) {
      data.addObject().put("id", model).put("object", "model").put("owned_by", "simulated");
    }
    return body;
  }

  /** An answer that has nothing to do with models. */
  static Planned plain(Incoming request, SimReply reply) {
    SimCall call =
        new SimCall(
            request.arrivedAt(),
            null,
            request.path(),
            null,
            request.idempotencyKey(),
            1,
            null,
            List.of(),
            0,
            0,
            reply.status(),
            null,
            null,
            List.of(),
            false);
    return new Planned(reply, call, Duration.ZERO);
  }
}
