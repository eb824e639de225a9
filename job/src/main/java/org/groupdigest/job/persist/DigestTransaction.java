package org.groupdigest.job.persist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.DigestStatus;

/**
 * What writing a digest does inside its transaction. First it is held against what was removed and
 * erased meanwhile.
 */
final class DigestTransaction {
  private static final String STORED =
      "SELECT attempt, content_sha256, "
          + StoredDigestRow.COLUMNS
          + " FROM group_digests WHERE tenant_id = ? AND digest_id = ?";

  private static final String REMOVED =
      "SELECT digest_id FROM digest_removals WHERE tenant_id = ? AND digest_id = ?";

  private final Sql sql;
  private final DigestWrite write;
  private final DigestRecord made;
  private final Redaction redaction;
  private final Instant now;
  private final DigestTables tables;

  DigestTransaction(Sql sql, DigestWrite write, Redaction redaction, Instant now) {
    this.sql = sql;
    this.write = write;
    this.made = write.digest();
    this.redaction = redaction;
    this.now = now;
    this.tables = new DigestTables(sql, made.window().tenantId(), made.digestId(), now);
  }

  PersistOutcome run() throws SQLException {
    GroupLock.hold(sql, made.window().groupKey());
    if (isRemoved(sql, made.window().tenantId(), made.digestId())) {
      return new PersistOutcome.Removed();
    }
    Map<String, String> erased = new GroupErasures(sql, made.window().groupKey()).of(made);
    DigestRecord kept = redaction.without(erased.keySet(), made);
    PersistOutcome outcome = store(kept, erased);
    return kept.equals(made) ? outcome : new PersistOutcome.Redacted(kept, outcome);
  }

  /** Whether a digest was removed and must not come back. */
  static boolean isRemoved(Sql sql, String tenantId, String digestId) throws SQLException {
    return !sql.query(REMOVED, row -> row.getString(1), tenantId, digestId).isEmpty();
  }

  private PersistOutcome store(DigestRecord kept, Map<String, String> erased) throws SQLException {
    DigestRows rows = new DigestRows(new DigestWrite(kept, write.attempt(), write.targets()), now);
    if (!tables.store(rows)) {
      return stored(kept);
    }
    tables.replace("group_digest_messages", MessageRows.of(made, erased));
    tables.claimDeliveries(rows.deliveries());
    if (kept.status() == DigestStatus.BLOCKED_QUALITY) {
      tables.queueForReview(rows.review());
    } else {
      tables.supersedeReview();
    }
    tables.knowTenant();
    return new PersistOutcome.Written(write.attempt());
  }

  private PersistOutcome stored(DigestRecord kept) throws SQLException {
    return sql.query(STORED, row -> unchanged(row, kept), key()).get(0);
  }

  private static PersistOutcome unchanged(ResultSet row, DigestRecord kept) throws SQLException {
    return new PersistOutcome.Unchanged(
        row.getInt("attempt"),
        StoredDigestRow.read(row),
        row.getString("content_sha256").equals(DigestPayload.checksum(kept)));
  }

  private Object[] key() {
    return new Object[] {made.window().tenantId(), made.digestId()};
  }
}
