package org.groupdigest.job.persist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.job.model.BaselineDelta;
import org.groupdigest.job.model.ContextStats;
import org.groupdigest.job.model.DeterministicChecks;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.EmotionProfile;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.MediaHighlight;
import org.groupdigest.job.model.MediaStats;
import org.groupdigest.job.model.MessageLink;
import org.groupdigest.job.model.ModelCall;
import org.groupdigest.job.model.RankedMessage;
import org.groupdigest.job.model.RelatedTopic;
import org.groupdigest.job.model.Synthesis;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;

/**
 * Reads a digest out of its rows inside a transaction. It is what was written, except that of the
 * ranking there are the first {@link DigestPayload#TOP_RANKED}, of a stage that was repeated its
 * last artifact, of times whole microseconds, and of texts what Postgres can keep.
 */
final class StoredDigestReader {
  // Writers change the digest's row before its children: with the row locked, all that is read
  // belongs to one attempt.
  private static final String DIGEST =
      "SELECT d.attempt, d.digest_id, d.window_id, d.tenant_id, d.group_id, d.window_hours,"
          + " d.window_start, d.window_end, d.kind, d.trace_id, d.message_count,"
          + " d.participant_count, w.time_zone, "
          + StoredDigestRow.columnsOf("d")
          + " FROM group_digests d JOIN group_conversation_windows w"
          + " ON w.tenant_id = d.tenant_id AND w.window_id = d.window_id"
          + " WHERE d.tenant_id = ? AND d.digest_id = ? FOR SHARE OF d";

  private final Sql sql;

  StoredDigestReader(Sql sql) {
    this.sql = sql;
  }

  /** The digest as it is now, if it is there. */
  Optional<CurrentDigest> read(String tenantId, String digestId) throws SQLException {
    StoredChildren children = new StoredChildren(sql, tenantId, digestId);
    return sql.query(DIGEST, row -> current(row, children), tenantId, digestId).stream()
        .findFirst();
  }

  private static CurrentDigest current(ResultSet row, StoredChildren children) throws SQLException {
    PayloadFields payload = new PayloadFields(row.getString("payload"));
    StoredDigest stored = StoredDigestRow.read(row);
    DigestRecord digest =
        new DigestRecord(
            window(row),
            row.getString("digest_id"),
            payload.one("group", GroupInfo.class),
            row.getString("trace_id"),
            stored.status(),
            stored.statusReason(),
            stored.language(),
            row.getInt("message_count"),
            row.getInt("participant_count"),
            payload.one("synthesis", Synthesis.class),
            children.topics(),
            children.roles(),
            payload.one("emotions", EmotionProfile.class),
            stored.evaluation(),
            payload.one("checks", DeterministicChecks.class),
            payload.one("baseline_delta", BaselineDelta.class),
            payload.one("context_stats", ContextStats.class),
            payload.one("media_stats", MediaStats.class),
            payload.list("media_highlights", MediaHighlight.class),
            payload.list("context_ranking", RankedMessage.class),
            payload.list("context_history_links", MessageLink.class),
            children.artifacts(),
            stored.degradations(),
            payload.list("errors", String.class),
            stored.usage(),
            payload.list("calls", ModelCall.class),
            stored.rendered(),
            children.sources(),
            payload.list("related", RelatedTopic.class));
    return new CurrentDigest(digest, row.getInt("attempt"));
  }

  private static WindowRef window(ResultSet row) throws SQLException {
    return new WindowRef(
        row.getString("window_id"),
        row.getString("tenant_id"),
        row.getString("group_id"),
        row.getInt("window_hours"),
        instant(row, "window_start"),
        instant(row, "window_end"),
        WindowKind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
        row.getString("time_zone"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }
}
