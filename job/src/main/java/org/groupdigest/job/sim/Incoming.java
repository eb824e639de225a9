package org.groupdigest.job.sim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.groupdigest.job.model.Json;

/**
 * A request that has been read.
 *
 * @param arrivedAt when it had been read
 * @param method HTTP method
 * @param path path of the URL
 * @param headers headers
 * @param body body, at most {@value #MAX_BODY} bytes of it
 */
record Incoming(Instant arrivedAt, String method, String path, Headers headers, String body) {

  static final int MAX_BODY = 16 << 20;

  static Incoming read(HttpExchange exchange, Instant now) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY);
    return new Incoming(
        now,
        exchange.getRequestMethod(),
        exchange.getRequestURI().getPath(),
        exchange.getRequestHeaders(),
        new String(body, StandardCharsets.UTF_8));
  }

  /** A header, or null. */
  String header(String name) {
    return headers.getFirst(name);
  }

  /** What names the call, or null. */
  String idempotencyKey() {
    return header("X-Request-ID");
  }

  boolean isPost() {
    return method.equals("POST");
  }

  /** The body as JSON; missing when it is none. */
  JsonNode json() {
    try {
      return Json.mapper().readTree(body);
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }
}
