package org.groupdigest.job.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** What differs between the protocols. */
interface Wire {

  /** Why this client may not ask, if so. */
  Optional<Refusal> refuse(Incoming request);

  /** The opaque name of the tenant that a request is for, or null. */
  String tenant(Incoming request, JsonNode body);

  /** A refusal in the protocol's form. */
  SimReply refusal(Refusal why, String detail);

  /** The end of an answer that the content filter stopped. */
  String refusedFinish();

  /** Adds what only this protocol has to the answer of a chat. */
  void decorate(ObjectNode chat);

  /** The answer to a request for vectors, without the model. */
  ObjectNode embeddings(List<double[]> vectors, List<Integer> tokens);

  /** The models on offer. */
  List<String> models();
}
