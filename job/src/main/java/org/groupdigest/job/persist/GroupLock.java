package org.groupdigest.job.persist;

import java.sql.SQLException;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.job.model.GroupKey;

/**
 * Makes transactions that write, erase or remove digests of one group take turns, so that a digest
 * is never written past an erasure that does not see it yet.
 */
final class GroupLock {
  private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))::text";

  private GroupLock() {}

  /** Waits for the group's turn and keeps it until the transaction ends; always the first step. */
  static void hold(Sql sql, GroupKey group) throws SQLException {
    sql.query(LOCK, row -> row.getString(1), "digests/" + group.encoded());
  }
}
