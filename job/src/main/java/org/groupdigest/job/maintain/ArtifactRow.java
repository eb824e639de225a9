package org.groupdigest.job.maintain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.groupdigest.job.model.Checksums;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.StageOutcome;
import org.groupdigest.job.persist.StoredArtifact;
import org.groupdigest.job.redact.DigestRedactor;

/**
 * A row of {@code group_digest_stage_artifacts}; in an archive, an object with these names in snake
 * case. Stage and outcome are text: a newer version of the product may have others.
 *
 * @param stage stage
 * @param position place in the digest
 * @param outcome how it came about
 * @param modelId model
 * @param promptId prompt, or null
 * @param promptVersion version of prompt or rules, or null
 * @param schemaVersion version of the payload's schema
 * @param checksum SHA-256 of the payload in hex
 * @param boundaryIntegrity share of references that resolved, 0..1
 * @param attempts how often the stage was tried
 * @param promptTokens tokens sent
 * @param answerTokens tokens received
 * @param notes degradations
 * @param traceId trace
 * @param storedAt when it was stored
 * @param payload JSON as text, to the letter
 */
record ArtifactRow(
    String stage,
    int position,
    String outcome,
    String modelId,
    String promptId,
    String promptVersion,
    String schemaVersion,
    String checksum,
    double boundaryIntegrity,
    int attempts,
    int promptTokens,
    int answerTokens,
    List<String> notes,
    String traceId,
    Instant storedAt,
    String payload) {

  /** What must be selected of the table, there named {@code a}. */
  static final String COLUMNS =
      "a.stage, a.position, a.outcome, a.model_id, a.prompt_id, a.prompt_version,"
          + " a.schema_version, a.checksum, a.boundary_integrity, a.attempts, a.prompt_tokens,"
          + " a.answer_tokens, a.notes, a.trace_id, a.stored_at, a.payload";

  private static final String ERASED = DigestRedactor.ERASED;

  static ArtifactRow read(ResultSet row) throws SQLException {
    return new ArtifactRow(
        row.getString("stage"),
        row.getInt("position"),
        row.getString("outcome"),
        row.getString("model_id"),
        row.getString("prompt_id"),
        row.getString("prompt_version"),
        row.getString("schema_version"),
        row.getString("checksum"),
        row.getDouble("boundary_integrity"),
        row.getInt("attempts"),
        row.getInt("prompt_tokens"),
        row.getInt("answer_tokens"),
        List.of((String[]) row.getArray("notes").getArray()),
        row.getString("trace_id"),
        row.getObject("stored_at", OffsetDateTime.class).toInstant(),
        row.getString("payload"));
  }

  /** Whether the payload is what the checksum was taken of. */
  boolean isWhole() {
    return Checksums.sha256(payload).equals(checksum);
  }

  /** Whether something was erased from it. */
  boolean isErased() {
    return notes.contains(ERASED);
  }

  /** As Redis keeps it; stage and outcome must be ones that this version knows. */
  StoredArtifact stored(int attempt) {
    StageArtifact artifact =
        new StageArtifact(
            Stage.of(stage),
            StageOutcome.valueOf(outcome.toUpperCase(Locale.ROOT)),
            modelId,
            promptId,
            promptVersion,
            schemaVersion,
            checksum,
            boundaryIntegrity,
            attempts,
            promptTokens,
            answerTokens,
            notes,
            payload);
    return new StoredArtifact(artifact, attempt, traceId, storedAt);
  }

  /** Neither notes nor payload. */
  @Override
  public String toString() {
    return "ArtifactRow[" + stage + ", " + checksum + "]";
  }
}
