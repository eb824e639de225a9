package org.groupdigest.job.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.groupdigest.job.model.Json;

/** GigaChat's protocol: {@code /api/v1/...}, access tokens, errors of status and message. */
final class GigaChatWire implements Wire {

  private static final List<String> MODELS =
      List.of("GigaChat-2", "GigaChat-2-Pro", "GigaChat-2-Max", "Embeddings");
  private static final String BEARER = "Bearer ";

  private final IssuedTokens tokens;

  GigaChatWire(IssuedTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Optional<Refusal> refuse(Incoming request) {
    String shown = request.header("Authorization");
    if (shown == null || !shown.startsWith(BEARER)) {
      return Optional.of(Refusal.NO_KEY);
    }
    return switch (tokens.stateOf(shown.substring(BEARER.length()))) {
      case VALID -> Optional.empty();
      case EXPIRED -> Optional.of(Refusal.TOKEN_EXPIRED);
      case UNKNOWN -> Optional.of(Refusal.NO_KEY);
    };
  }

  @Override
  public String tenant(Incoming request, JsonNode body) {
    return request.header("X-Client-ID");
  }

  @Override
  public SimReply refusal(Refusal why, String detail) {
    ObjectNode body =
        Json.mapper()
            .createObjectNode()
            .put("status", why.gigaChatStatus())
            .put("message", why.gigaChatMessage + (detail == null ? "" : ": " + detail));
    return SimReply.of(why.gigaChatStatus(), body);
  }

  @Override
  public String refusedFinish() {
    return "blacklist";
  }

  @Override
  public void decorate(ObjectNode chat) {
    chat.withObject("/usage").put("precached_prompt_tokens", 0);
  }

  @Override
  public ObjectNode embeddings(List<double[]> vectors, List<Integer> tokensOfTexts) {
    ObjectNode body = new OpenAiWire(null).embeddings(vectors, tokensOfTexts);
    body.remove("usage");
    for (int i = 0; i < vectors.size(); i++) {
      ObjectNode one = (ObjectNode) body.get("data").get(i);
      one.putObject("usage").put("prompt_tokens", tokensOfTexts.get(i));
    }
    return body;
  }

  @Override
  public List<String> models() {
    return MODELS;
  }
}
