package org.groupdigest.job.persist;

/** How a connection comes to its tenant before something is tried on it. */
enum CrossTenantSetting {
  /** Never set on this connection. */
  FRESH,
  /** Set for the transaction, as the job does. */
  TRANSACTION,
  /** Set for the session, where it stays when the connection is used again. */
  SESSION,
  /** Set for the session to another tenant, then for the transaction to one's own. */
  REUSED,
  /** Set to nothing. */
  EMPTY,
  /** Put back to the default. */
  RESET,
  /** Another tenant's was set for the session in a transaction that was rolled back. */
  AFTER_ROLLBACK,
  /** Another tenant's was set for a transaction that was committed. */
  AFTER_COMMIT,
  /** Another tenant's was set for a transaction in which a statement failed. */
  AFTER_FAILURE,
  /** One's own, and another tenant's after a savepoint that was rolled back to. */
  AFTER_SAVEPOINT,
  /** Set to what looks like a tenant and is none. */
  LOOKALIKE,
  /** One's own, with the wish not to be bothered by policies. */
  ROW_SECURITY_OFF
}
