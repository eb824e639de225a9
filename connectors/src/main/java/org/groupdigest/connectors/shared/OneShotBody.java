package org.groupdigest.connectors.shared;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/**
 * A body that OkHttp sends once. Without it OkHttp itself repeats a request that was answered with
 * 503 and {@code Retry-After: 0}, whatever its settings for retries are. Half of a surrogate pair
 * is sent as a question mark.
 */
public final class OneShotBody extends RequestBody {
  private static final MediaType JSON = MediaType.get("application/json; charset=utf-8");
  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  private final MediaType type;
  private final byte[] bytes;

  private OneShotBody(MediaType type, String text) {
    this.type = type;
    this.bytes = text.getBytes(StandardCharsets.UTF_8);
  }

  /** A JSON document. */
  public static OneShotBody json(String text) {
    return new OneShotBody(JSON, text);
  }

  /** An encoded form. */
  public static OneShotBody form(String encoded) {
    return new OneShotBody(FORM, encoded);
  }

  @Override
  public MediaType contentType() {
    return type;
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
