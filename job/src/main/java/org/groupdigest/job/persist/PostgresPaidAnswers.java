package org.groupdigest.job.persist;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.job.llm.CallKey;
import org.groupdigest.job.llm.PaidAnswer;
import org.groupdigest.job.llm.PaidAnswers;

/** Paid answers in Postgres, kept until they are removed. The first answer of a key stays. */
public final class PostgresPaidAnswers implements PaidAnswers {
  private static final String INSERT =
      "INSERT INTO digest_paid_calls (tenant_id, call_id, group_id, window_id, stages, prompt_id,"
          + " prompt_version, model_id, input_checksum, answer, truncated, answer_model_id,"
          + " prompt_tokens, answer_tokens, checksum, stored_at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (tenant_id, call_id) DO NOTHING";

  private static final String FIND =
      "SELECT answer, truncated, answer_model_id, prompt_tokens, answer_tokens, checksum"
          + " FROM digest_paid_calls WHERE tenant_id = ? AND call_id = ?";

  private static final String REMOVE =
      "DELETE FROM digest_paid_calls WHERE tenant_id = ? AND stored_at < ?";

  private final AsyncTenantTransactions transactions;
  private final Clock clock;

  /** Works through shared transactions, which it does not close. */
  public PostgresPaidAnswers(AsyncTenantTransactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Optional<PaidAnswer>> find(CallKey key) {
    return transactions
        .inTenant(key.group().tenantId(), connection -> find(new Sql(connection), key))
        .exceptionally(away -> Optional.empty());
  }

  @Override
  public CompletionStage<Boolean> save(CallKey key, PaidAnswer answer) {
    PaidAnswer stored = PaidAnswerCodec.storable(answer);
    return transactions
        .inTenant(key.group().tenantId(), connection -> insert(new Sql(connection), key, stored))
        .exceptionally(away -> false);
  }

  /**
   * Removes a tenant's answers that were stored before an instant.
   *
   * @return how many there were, exceptionally when the store refused
   */
  public CompletionStage<Integer> removeBefore(String tenantId, Instant instant) {
    return transactions.inTenant(
        tenantId, connection -> new Sql(connection).update(REMOVE, tenantId, instant));
  }

  private boolean insert(Sql sql, CallKey key, PaidAnswer answer) throws SQLException {
    sql.update(
        INSERT,
        key.group().tenantId(),
        key.callId(),
        key.group().groupId(),
        key.window().windowId(),
        key.stages().stream().map(stage -> stage.wireName()).toList(),
        key.promptId(),
        key.promptVersion(),
        key.modelId(),
        key.inputChecksum(),
        answer.text(),
        answer.truncated(),
        answer.modelId(),
        answer.promptTokens(),
        answer.answerTokens(),
        PaidAnswerCodec.checksum(key, answer),
        clock.instant());
    // A row that was there before is as safe as this one.
    return true;
  }

  private static Optional<PaidAnswer> find(Sql sql, CallKey key) throws SQLException {
    List<Found> found =
        sql.query(FIND, PostgresPaidAnswers::found, key.group().tenantId(), key.callId());
    return found.stream()
        .findFirst()
        .flatMap(row -> PaidAnswerCodec.checked(key, row.answer(), row.checksum()));
  }

  private static Found found(ResultSet row) throws SQLException {
    PaidAnswer answer =
        new PaidAnswer(
            row.getString("answer"),
            row.getBoolean("truncated"),
            row.getString("answer_model_id"),
            row.getInt("prompt_tokens"),
            row.getInt("answer_tokens"));
    return new Found(answer, row.getString("checksum"));
  }

  private record Found(PaidAnswer answer, String checksum) {}
}
