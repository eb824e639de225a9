package org.groupdigest.connectors.contextstore;

import java.io.Serializable;
import java.time.Duration;
import okhttp3.HttpUrl;

/**
 * How to reach a context storage. The key is not part of it: it is read where the client is opened,
 * and never serialized with a job.
 *
 * @param url base URL, {@code https} wherever texts and a key leave this machine
 * @param callTimeout longest wait for one answer, connecting and waiting for a place included
 * @param maxRequests requests in flight at once; more wait
 * @param maxAnswerBytes longest answer that is read, uncompressed
 */
public record ContextStoreConfig(
    String url, Duration callTimeout, int maxRequests, long maxAnswerBytes)
    implements Serializable {

  /**
   * Checks address and limits.
   *
   * @throws IllegalArgumentException says what is wrong, and never the address
   */
  public ContextStoreConfig {
    HttpUrl parsed = url == null ? null : HttpUrl.parse(url);
    if (parsed == null || !parsed.username().isEmpty() || !parsed.password().isEmpty()) {
      throw new IllegalArgumentException("a context storage has an http or https URL without user");
    }
    if (parsed.query() != null || parsed.fragment() != null) {
      throw new IllegalArgumentException("a base URL has neither query nor fragment");
    }
    if (callTimeout.toMillis() < 1 || maxRequests < 1 || maxAnswerBytes < 1) {
      throw new IllegalArgumentException("limits of a context storage are positive");
    }
  }

  /** 5 s a call, 64 requests at once, answers of up to 8 MiB. */
  public static ContextStoreConfig of(String url) {
    return new ContextStoreConfig(url, Duration.ofSeconds(5), 64, 8L << 20);
  }

  /** The same with another wait. */
  public ContextStoreConfig withCallTimeout(Duration timeout) {
    return new ContextStoreConfig(url, timeout, maxRequests, maxAnswerBytes);
  }

  /** The same with another longest answer. */
  public ContextStoreConfig withMaxAnswerBytes(long bytes) {
    return new ContextStoreConfig(url, callTimeout, maxRequests, bytes);
  }
}
