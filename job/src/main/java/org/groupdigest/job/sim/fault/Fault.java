package org.groupdigest.job.sim.fault;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be made to go wrong with a request: a closed set with stable names. */
public enum Fault {
  /** Status 429 with {@code Retry-After} and {@code retry-after-ms}. */
  RATE_LIMITED,
  /** Status 500. */
  SERVER_ERROR,
  /** Status 503 with {@code Retry-After}. */
  OVERLOADED,
  /** No answer until the client gives up. */
  HANG,
  /** The connection is dropped without an answer. */
  RESET,
  /** The body ends before the length that was announced. */
  CUT_BODY,
  /** The answer stops in the middle, {@code finish_reason} is {@code length}. */
  TRUNCATED,
  /** The answer stands in a Markdown fence. */
  FENCED,
  /** Sentences stand around the answer. */
  CHATTY,
  /** The answer is JSON with wrong fields or values. */
  WRONG_SCHEMA,
  /** The answer is prose. */
  NOT_JSON,
  /** The content filter refuses to answer. */
  REFUSED,
  /** The prompt is said to be longer than the model takes. */
  CONTEXT_TOO_LONG,
  /** The key is said to be wrong. */
  BAD_CREDENTIALS,
  /** The answer takes longer by {@link SimFaults#slowFactor()}. */
  SLOW,
  /** One thing in the answer is not true, see {@link LieKind}. */
  LYING,
  /** The answer obeys orders that stand in the chat, see {@link Obedience}. */
  GULLIBLE,
  /** Status 503, always: nobody is at home. */
  DEAD;

  /** The name on the wire and in options: lower case. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The fault of this name, if there is one. */
  public static Optional<Fault> of(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName().equals(wireName)).findFirst();
  }
}
