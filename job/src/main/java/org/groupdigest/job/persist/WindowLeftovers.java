package org.groupdigest.job.persist;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.connectors.redis.RedisReply;
import org.groupdigest.connectors.redis.RedisValues;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Clears away what is kept of windows beside their digests: cached artifacts and paid answers, and
 * what a group has cached of all its windows. Redis comes first: as long as it has not confirmed,
 * Postgres still knows which answers there are, and a repetition finds them.
 */
final class WindowLeftovers {
  private static final Logger LOG = LoggerFactory.getLogger(WindowLeftovers.class);

  private static final String ANSWERS =
      "SELECT window_id, call_id FROM digest_paid_calls"
          + " WHERE tenant_id = ? AND window_id = ANY (?)";

  private static final String REMOVE_ANSWERS =
      "DELETE FROM digest_paid_calls WHERE tenant_id = ? AND window_id = ANY (?)";

  /** Keys in one command. */
  private static final int KEYS = 500;

  private final AsyncTenantTransactions transactions;
  private final RedisValues redis;

  /**
   * Uses shared clients, which it does not close.
   *
   * @param redis null when there is none
   */
  WindowLeftovers(AsyncTenantTransactions transactions, RedisValues redis) {
    this.transactions = transactions;
    this.redis = redis;
  }

  /**
   * Clears; nothing to do for no windows.
   *
   * @param windowIds windows of the group
   * @param hours sizes of windows whose baseline is to be looked up anew
   * @return completes exceptionally when a store did not do it; repeating it is safe
   */
  CompletionStage<Void> clear(
      GroupKey group, Collection<String> windowIds, Collection<Integer> hours) {
    if (windowIds.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    List<String> windows = List.copyOf(windowIds);
    return transactions
        .inTenant(group.tenantId(), connection -> answers(new Sql(connection), group, windows))
        .thenCompose(answers -> forget(keys(group, windows, hours, answers)))
        .thenCompose(forgotten -> removeAnswers(group, windows));
  }

  /**
   * Clears a window as far as the stores answer. What Redis keeps of it expires within a day.
   *
   * @return never completes exceptionally
   */
  CompletionStage<Void> clearIfPossible(GroupKey group, String windowId) {
    List<String> windows = List.of(windowId);
    return clear(group, windows, List.of())
        .exceptionallyCompose(away -> removeAnswers(group, windows))
        .exceptionally(
            failure -> {
              LOG.warn("leftovers of a window stay until they expire: {}", code(failure));
              return null;
            });
  }

  private CompletionStage<Void> removeAnswers(GroupKey group, List<String> windows) {
    return transactions
        .inTenant(
            group.tenantId(),
            connection -> new Sql(connection).update(REMOVE_ANSWERS, group.tenantId(), windows))
        .thenAccept(removed -> {});
  }

  /** The message of an exception may quote a row; its class does not. */
  private static String code(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return cause.getClass().getSimpleName();
  }

  private static List<String> answers(Sql sql, GroupKey group, List<String> windows)
      throws SQLException {
    return sql.query(
        ANSWERS,
        row ->
            PaidAnswerCodec.redisKey(group, row.getString("window_id"), row.getString("call_id")),
        group.tenantId(),
        windows);
  }

  private static List<String> keys(
      GroupKey group, List<String> windows, Collection<Integer> hours, List<String> answers) {
    List<String> keys = new ArrayList<>(answers);
    keys.add(RedisKeys.embeddings(group));
    hours.stream().distinct().forEach(size -> keys.add(RedisKeys.baseline(group, size)));
    for (String windowId : windows) {
      for (Stage stage : Stage.values()) {
        keys.add(new ArtifactKey(group, windowId, stage).redisKey());
      }
    }
    return keys;
  }

  private CompletionStage<Void> forget(List<String> keys) {
    CompletionStage<Void> all = CompletableFuture.completedFuture(null);
    if (redis == null) {
      return all;
    }
    for (int from = 0; from < keys.size(); from += KEYS) {
      List<String> some = keys.subList(from, Math.min(from + KEYS, keys.size()));
      all = all.thenCombine(remove(some), (done, alsoDone) -> null);
    }
    return all;
  }

  private CompletionStage<Void> remove(List<String> keys) {
    return redis
        .delete(keys.toArray(String[]::new))
        .thenAccept(
            reply -> {
              if (reply instanceof RedisReply.Unavailable<Long> away) {
                throw new StoreAwayException("redis", away.code());
              }
            });
  }
}
