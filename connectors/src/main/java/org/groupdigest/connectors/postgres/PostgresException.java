package org.groupdigest.connectors.postgres;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/**
 * A unit of work that the database did not do. Only codes are kept: a driver's message and the
 * exception itself quote rows, so neither is passed on.
 */
public final class PostgresException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Classes of SQLSTATE (PostgreSQL documentation, appendix A) where the same work may succeed
   * later: connection exception, transaction rollback, insufficient resources, system error.
   */
  private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53", "58");

  /**
   * Single states that pass: read-only after a failover, lock not available, statement cancelled by
   * its timeout, shutdowns and crash recovery.
   */
  private static final Set<String> TRANSIENT_STATES =
      Set.of("25006", "55P03", "57014", "57P01", "57P02", "57P03", "57P05");

  private final String code;
  private final boolean transientFailure;

  PostgresException(String code, boolean transientFailure) {
    super("postgres: " + code);
    this.code = code;
    this.transientFailure = transientFailure;
  }

  /** Sorts a driver's exception by its SQLSTATE, or by its class where it has none. */
  static PostgresException of(SQLException cause) {
    String state = cause.getSQLState();
    String code = state == null ? "sqlstate_none" : "sqlstate_" + state;
    PostgresException sorted = new PostgresException(code, isTransient(cause, state));
    sorted.setStackTrace(cause.getStackTrace());
    return sorted;
  }

  /** A stable name: {@code sqlstate_23505}, {@code no_tenant}, {@code queue_full}, ... */
  public String code() {
    return code;
  }

  /** Whether the same work may succeed later. */
  public boolean isTransient() {
    return transientFailure;
  }

  private static boolean isTransient(SQLException cause, String state) {
    if (state == null || state.length() != 5) {
      return cause instanceof SQLTransientException || cause instanceof SQLRecoverableException;
    }
    return TRANSIENT_CLASSES.contains(state.substring(0, 2)) || TRANSIENT_STATES.contains(state);
  }
}
