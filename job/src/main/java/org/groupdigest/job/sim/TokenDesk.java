package org.groupdigest.job.sim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.groupdigest.job.model.Json;

/** Gives out access tokens as GigaChat's authorization service does. */
final class TokenDesk {

  private static final Pattern UUID = Pattern.compile("[0-9a-fA-F-]{36}");
  private static final Set<String> SCOPES =
      Set.of("GIGACHAT_API_PERS", "GIGACHAT_API_B2B", "GIGACHAT_API_CORP");
  private static final String BASIC = "Basic ";

  private final String key;
  private final IssuedTokens tokens;

  /**
   * @param key authorization key that clients must show, or null when any will do
   */
  TokenDesk(String key, IssuedTokens tokens) {
    this.key = key;
    this.tokens = tokens;
  }

  SimReply answer(Incoming request) {
    String shown = request.header("Authorization");
    String id = request.header("RqUID");
    if (shown == null || !shown.startsWith(BASIC)) {
      return error(400, 4, "Can't decode 'Authorization' header");
    }
    if (id == null || !UUID.matcher(id).matches()) {
      return error(400, 2, "RqUID is not a uuid4");
    }
    if (key != null && !OpenAiWire.isSame(shown, BASIC + key)) {
      return error(401, 6, "credentials doesn't match db data");
    }
    Optional<String> scope = scope(request.body());
    if (scope.isEmpty()) {
      return error(400, 5, "scope is empty");
    }
    return SCOPES.contains(scope.get()) ? granted() : error(400, 1, "scope data format invalid");
  }

  private SimReply granted() {
    IssuedTokens.Issued issued = tokens.issue();
    ObjectNode body =
        Json.mapper()
            .createObjectNode()
            .put("access_token", issued.token())
            .put("expires_at", issued.expiresAt().toEpochMilli());
    return SimReply.of(200, body);
  }

  private static Optional<String> scope(String form) {
    return Arrays.stream(form.split("&"))
        .filter(field -> field.startsWith("scope="))
        .map(field -> URLDecoder.decode(field.substring(6), StandardCharsets.UTF_8).strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private static SimReply error(int status, int code, String message) {
    return SimReply.of(
        status, Json.mapper().createObjectNode().put("code", code).put("message", message));
  }
}
