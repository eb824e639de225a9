package org.groupdigest.connectors.llm;

import java.time.Duration;
import java.util.Locale;

/**
 * Why a model gave no answer. Bears no word of the prompt, the answer or a key, so that it may be
 * logged and stored.
 *
 * @param kind what happened
 * @param retryAfter how long the provider wants to be left alone, or null when it did not say
 * @param detail HTTP status or class of the exception, such as {@code http_429}
 */
public record LlmFailure(Kind kind, Duration retryAfter, String detail) {

  /** Kinds of failures: a closed set with stable names, constants only added. */
  public enum Kind {
    /** Too many requests or tokens for now. */
    RATE_LIMITED(true),
    /** The provider cannot serve this now: status 5xx. */
    OVERLOADED(true),
    /** No whole answer in time. */
    TIMEOUT(true),
    /** No connection, or one that broke. */
    UNREACHABLE(true),
    /** The provider will not answer this content. */
    REFUSED_CONTENT(false),
    /** The prompt is longer than the model takes. */
    CONTEXT_TOO_LONG(false),
    /** The key or token is not accepted, also after a new token. */
    BAD_CREDENTIALS(false),
    /** The account has no money left. */
    PAYMENT_REQUIRED(false),
    /** The provider does not understand the request, or has no such model. */
    BAD_REQUEST(false),
    /** The provider's answer is not in its own form. */
    MALFORMED(true);

    private final boolean transientFailure;

    Kind(boolean transientFailure) {
      this.transientFailure = transientFailure;
    }

    /** Whether the same request may succeed later. */
    public boolean isTransient() {
      return transientFailure;
    }

    /** The name on the wire: lower case. */
    public String wireName() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A failure without a wish to be left alone. */
  public static LlmFailure of(Kind kind, String detail) {
    return new LlmFailure(kind, null, detail);
  }
}
