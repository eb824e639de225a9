package org.groupdigest.job.llm.route;

/**
 * Stable names of what happens on the way to an answer, beside those of {@link
 * org.groupdigest.connectors.llm.LlmFailure.Kind}.
 */
public final class Codes {

  /** A model's circuit is open: it failed too often. Incident and error. */
  public static final String CIRCUIT_OPEN = "circuit_open";

  /** The tenant has spent its calls or tokens above the tier base. Incident and error. */
  public static final String PRO_QUOTA_EXCEEDED = "pro_quota_exceeded";

  /** The tenant has spent all its tokens. Error. */
  public static final String QUOTA_EXHAUSTED = "quota_exhausted";

  /** The common ledger is away; this process counted alone. Incident. */
  public static final String QUOTA_DEGRADED = "quota_degraded";

  /** An answer could not be stored: a crash now would have it paid for again. Incident. */
  public static final String ANSWER_NOT_STORED = "answer_not_stored";

  /** Too many requests were in flight until the time was over. Error. */
  public static final String NO_PERMIT = "no_permit";

  /** The time was over before a model could be asked. Error. */
  public static final String DEADLINE = "deadline";

  /** No model is configured. Error. */
  public static final String NO_MODEL = "no_model";

  /** A mistake in this program. Error. */
  public static final String ROUTER_ERROR = "router_error";

  private Codes() {}
}
