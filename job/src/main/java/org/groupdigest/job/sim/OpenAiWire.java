package org.groupdigest.job.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.groupdigest.job.model.Json;

/** OpenAI's protocol as many servers speak it: {@code /v1/...}, a bearer key, {@code user}. */
final class OpenAiWire implements Wire {

  private static final List<String> MODELS = List.of("base", "pro", "max", "embeddings");

  private final String key;

  /**
   * @param key key that clients must show, or null when any will do
   */
  OpenAiWire(String key) {
    this.key = key;
  }

  @Override
  public Optional<Refusal> refuse(Incoming request) {
    String shown = request.header("Authorization");
    boolean open = key == null || (shown != null && isSame(shown, "Bearer " + key));
    return open ? Optional.empty() : Optional.of(Refusal.NO_KEY);
  }

  /** Compares in a time that does not tell where two keys differ. */
  static boolean isSame(String shown, String wanted) {
    return MessageDigest.isEqual(
        shown.getBytes(StandardCharsets.UTF_8), wanted.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String tenant(Incoming request, JsonNode body) {
    return body.path("user").asText(null);
  }

  @Override
  public SimReply refusal(Refusal why, String detail) {
    ObjectNode body = Json.mapper().createObjectNode();
    body.putObject("error")
        .put("message", "Simulated: " + (detail == null ? why.code : detail))
        .put("type", why.type)
        .putNull("param")
        .put("code", why.code);
    return SimReply.of(why.status, body);
  }

  @Override
  public String refusedFinish() {
    return "content_filter";
  }

  @Override
  public void decorate(ObjectNode chat) {
    chat.put("id", "chatcmpl-simulated");
  }

  @Override
  public ObjectNode embeddings(List<double[]> vectors, List<Integer> tokens) {
    ObjectNode body = Json.mapper().createObjectNode().put("object", "list");
    ArrayNode data = body.putArray("data");
    for (int i = 0; i < vectors.size(); i++) {
      ObjectNode one = data.addObject().put("object", "embedding").put("index", i);
      ArrayNode numbers = one.putArray("embedding");
      for (double number : vectors.get(i)) {
        numbers.add((float) number);
      }
    }
    int sum = tokens.stream().mapToInt(Integer::intValue).sum();
    body.putObject("usage").put("prompt_tokens", sum).put("total_tokens", sum);
    return body;
  }

  @Override
  public List<String> models() {
    return MODELS;
  }
}
