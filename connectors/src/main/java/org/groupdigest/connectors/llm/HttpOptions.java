package org.groupdigest.connectors.llm;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

/**
 * What one process may take of an endpoint, and whom it trusts there. Certificates are always
 * verified.
 *
 * @param caFile PEM file with certificates that are trusted besides those of the Java runtime, or
 *     null; read when the client is opened, on each machine
 * @param maxRequests requests in flight at once, and with it connections and threads; more wait
 * @param connectTimeout longest wait for a connection, within the timeout of the request
 * @param maxAnswerBytes longest answer that is read, uncompressed
 */
public record HttpOptions(
    String caFile, int maxRequests, Duration connectTimeout, long maxAnswerBytes)
    implements Serializable {

  /** Checks what no client could work with. */
  public HttpOptions {
    Objects.requireNonNull(connectTimeout, "connectTimeout");
    if (maxRequests < 1 || maxAnswerBytes < 1 || connectTimeout.toMillis() < 1) {
      throw new IllegalArgumentException(
          "maxRequests, maxAnswerBytes and connectTimeout in milliseconds must be at least 1");
    }
  }

  /** 16 requests at once, 10 s to connect, answers of up to 4 MiB, the runtime's certificates. */
  public static HttpOptions defaults() {
    return new HttpOptions(null, 16, Duration.ofSeconds(10), 4L << 20);
  }

  /** The same with more certificates trusted. */
  public HttpOptions withCaFile(String pem) {
    return new HttpOptions(pem, maxRequests, connectTimeout, maxAnswerBytes);
  }

  /** The same with another number of requests at once. */
  public HttpOptions withMaxRequests(int requests) {
    return new HttpOptions(caFile, requests, connectTimeout, maxAnswerBytes);
  }

  /** The same with another wait for a connection. */
  public HttpOptions withConnectTimeout(Duration timeout) {
    return new HttpOptions(caFile, maxRequests, timeout, maxAnswerBytes);
  }

  /** The same with another longest answer. */
  public HttpOptions withMaxAnswerBytes(long bytes) {
    return new HttpOptions(caFile, maxRequests, connectTimeout, bytes);
  }
}
