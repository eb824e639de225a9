package org.groupdigest.connectors.contextstore;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * JSON that OkHttp sends once; by itself it repeats what was answered with 503 and {@code
 * Retry-After: 0}.
 */
final class JsonBody extends RequestBody {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");

  private final byte[] bytes;

  /**
   * By way of a text: half of a surrogate pair becomes a question mark there, and an error else.
   */
  JsonBody(JsonNode tree) {
    this.bytes = tree.toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public MediaType contentType() {
    return JSON;
  }

  @Override
  public long contentLength() {
    return bytes.length;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(bytes);
  }

  @Override
  public boolean isOneShot() {
    return true;
  }
}
