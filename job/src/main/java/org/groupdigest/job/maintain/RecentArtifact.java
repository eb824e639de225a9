package org.groupdigest.job.maintain;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.persist.ArtifactKey;
import org.groupdigest.job.persist.ArtifactLookup;
import org.groupdigest.job.persist.ArtifactLookup.Reason;
import org.groupdigest.job.persist.StoredArtifact;

/**
 * What Redis should say of an artifact.
 *
 * @param digestId digest
 * @param key key in Redis
 * @param checksum SHA-256 of the payload
 * @param attempt which making of the digest Postgres has
 */
record RecentArtifact(String digestId, ArtifactKey key, String checksum, int attempt) {

  /** How Redis compares with Postgres. */
  enum Verdict {
    /** It says the same. */
    SAME,
    /** It says nothing or something else, and is to say the same. */
    TO_BE_REPAIRED,
    /** It has a newer attempt, which Postgres will have as well. */
    NEWER,
    /** Written by a version of the product that this one does not understand. */
    NOT_UNDERSTOOD
  }

  static RecentArtifact read(ResultSet row) throws SQLException {
    GroupKey group = new GroupKey(row.getString("tenant_id"), row.getString("group_id"));
    return new RecentArtifact(
        row.getString("digest_id"),
        new ArtifactKey(group, row.getString("window_id"), Stage.of(row.getString("stage"))),
        row.getString("checksum"),
        row.getInt("attempt"));
  }

  Verdict compare(ArtifactLookup inRedis) {
    if (inRedis instanceof ArtifactLookup.Found found) {
      return compare(found.stored());
    }
    boolean foreign =
        inRedis instanceof ArtifactLookup.Missing missing
            && missing.reason() == Reason.UNKNOWN_VERSION;
    return foreign ? Verdict.NOT_UNDERSTOOD : Verdict.TO_BE_REPAIRED;
  }

  private Verdict compare(StoredArtifact stored) {
    if (stored.attempt() > attempt) {
      return Verdict.NEWER;
    }
    boolean same = stored.attempt() == attempt && stored.artifact().checksum().equals(checksum);
    return same ? Verdict.SAME : Verdict.TO_BE_REPAIRED;
  }
}
