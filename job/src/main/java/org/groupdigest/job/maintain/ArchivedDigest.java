package org.groupdigest.job.maintain;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.groupdigest.connectors.s3.S3Object;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.stores.ObjectKeys;

/**
 * The archive of a digest's artifacts: one JSON object, always the same for the same rows.
 *
 * @param version version of this form
 * @param tenantId tenant
 * @param groupId group
 * @param digestId digest
 * @param windowId its window
 * @param windowStart begin of the window
 * @param windowEnd end of the window
 * @param attempt which making of the digest
 * @param artifacts the rows, in the order of their stages
 */
record ArchivedDigest(
    int version,
    String tenantId,
    String groupId,
    String digestId,
    String windowId,
    Instant windowStart,
    Instant windowEnd,
    int attempt,
    List<ArtifactRow> artifacts) {

  /** What must be selected of {@code group_digests}. */
  static final String COLUMNS =
      "tenant_id, group_id, digest_id, window_id, window_start, window_end, attempt";

  private static final int VERSION = 1;

  /** A digest without its artifacts. */
  static ArchivedDigest read(ResultSet row) throws SQLException {
    return new ArchivedDigest(
        VERSION,
        row.getString("tenant_id"),
        row.getString("group_id"),
        row.getString("digest_id"),
        row.getString("window_id"),
        row.getObject("window_start", OffsetDateTime.class).toInstant(),
        row.getObject("window_end", OffsetDateTime.class).toInstant(),
        row.getInt("attempt"),
        List.of());
  }

  /** The same with artifacts. */
  ArchivedDigest with(List<ArtifactRow> rows) {
    return new ArchivedDigest(
        version, tenantId, groupId, digestId, windowId, windowStart, windowEnd, attempt, rows);
  }

  /** Whether every payload is what its checksum was taken of. */
  boolean isWhole() {
    return artifacts.stream().allMatch(ArtifactRow::isWhole);
  }

  /** Its key in the bucket. */
  String key() {
    return ObjectKeys.artifacts(new GroupKey(tenantId, groupId), digestId);
  }

  /** The object; an archive of a newer attempt is never replaced by it. */
  S3Object object() {
    byte[] json = Json.write(this).getBytes(StandardCharsets.UTF_8);
    return S3Object.of(key(), json, "application/json").atVersion(attempt);
  }

  @Override
  public String toString() {
    return "ArchivedDigest[" + digestId + ", " + artifacts.size() + " artifacts]";
  }
}
