package org.groupdigest.job.persist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.Roles;
import org.groupdigest.job.model.SourceMessage;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.model.Topics;

/** Reads what belongs to a digest out of the tables of its own that it has. */
final class StoredChildren {
  private static final String OF_DIGEST = " WHERE tenant_id = ? AND digest_id = ?";
  private static final String IN_ORDER = " ORDER BY position";

  private static final String TOPICS =
      "SELECT payload FROM group_digest_topics" + OF_DIGEST + IN_ORDER;

  private static final String PARTICIPANTS =
      "SELECT username, roles, dominant_role, message_ids, remark FROM group_digest_participants"
          + OF_DIGEST
          + IN_ORDER;

  private static final String ARTIFACTS =
      "SELECT stage, outcome, model_id, prompt_id, prompt_version, schema_version, checksum,"
          + " boundary_integrity, attempts, prompt_tokens, answer_tokens, notes, payload"
          + " FROM group_digest_stage_artifacts"
          + OF_DIGEST
          + IN_ORDER;

  private static final String SOURCES =
      "SELECT message_id, sender_id, author, posted_at, reply_to_message_id, sender_username"
          + " FROM group_digest_messages"
          + OF_DIGEST
          + " AND erased_key IS NULL"
          + IN_ORDER;

  private final Sql sql;
  private final Object[] key;

  StoredChildren(Sql sql, String tenantId, String digestId) {
    this.sql = sql;
    this.key = new Object[] {tenantId, digestId};
  }

  Topics topics() throws SQLException {
    return new Topics(
        sql.query(TOPICS, row -> Json.read(row.getString("payload"), Topics.Topic.class), key));
  }

  Roles roles() throws SQLException {
    return new Roles(sql.query(PARTICIPANTS, StoredChildren::participant, key));
  }

  List<StageArtifact> artifacts() throws SQLException {
    return sql.query(ARTIFACTS, StoredChildren::artifact, key);
  }

  /** The messages that are not erased. */
  List<SourceMessage> sources() throws SQLException {
    return sql.query(SOURCES, StoredChildren::source, key);
  }

  private static Roles.Participant participant(ResultSet row) throws SQLException {
    Roles.WeightedRole[] roles = Json.read(row.getString("roles"), Roles.WeightedRole[].class);
    return new Roles.Participant(
        row.getString("username"),
        Arrays.asList(roles),
        row.getString("dominant_role"),
        StoredDigestReader.texts(row, "message_ids"),
        row.getString("remark"));
  }

  private static StageArtifact artifact(ResultSet row) throws SQLException {
    return new StageArtifact(
        Stage.of(row.getString("stage")),
        StageOutcome.valueOf(row.getString("outcome").toUpperCase(Locale.ROOT)),
        row.getString("model_id"),
        row.getString("prompt_id"),
        row.getString("prompt_version"),
        row.getString("schema_version"),
        row.getString("checksum"),
        row.getDouble("boundary_integrity"),
        row.getInt("attempts"),
        row.getInt("prompt_tokens"),
        row.getInt("answer_tokens"),
        StoredDigestReader.texts(row, "notes"),
        row.getString("payload"));
  }

  private static SourceMessage source(ResultSet row) throws SQLException {
    return new SourceMessage(
        row.getString("message_id"),
        row.getString("sender_id"),
        row.getString("author"),
        StoredDigestReader.instant(row, "posted_at"),
        row.getString("reply_to_message_id"),
        row.getString("sender_username"));
  }
}
