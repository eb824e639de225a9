package org.groupdigest.job.persist;

import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.Sql;
import org.groupdigest.job.model.DeterministicIds;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.SourceMessage;
import org.groupdigest.job.model.WindowContext;

/** Looks into the erasures and removals that Postgres keeps: one transaction a window. */
public final class PostgresWindowErasures implements WindowErasures {
  private final AsyncTenantTransactions transactions;

  /** Reads through shared transactions, which it does not close. */
  public PostgresWindowErasures(AsyncTenantTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public CompletionStage<Set<String>> of(WindowContext window) {
    return transactions.inTenant(
        window.window().tenantId(), connection -> find(new Sql(connection), window));
  }

  private static Set<String> find(Sql sql, WindowContext window) throws SQLException {
    Set<String> messageIds = messageIds(window);
    String digestId = DeterministicIds.digestId(window.window().windowId());
    if (DigestTransaction.isRemoved(sql, window.window().tenantId(), digestId)) {
      return messageIds;
    }
    List<SourceMessage> sources = window.messages().stream().map(SourceMessage::of).toList();
    return Set.copyOf(
        new GroupErasures(sql, window.window().groupKey()).among(messageIds, sources).keySet());
  }

  private static Set<String> messageIds(WindowContext window) {
    Set<String> ids = new LinkedHashSet<>();
    window.messages().forEach(message -> ids.add(message.messageId()));
    for (DuplicateGroup duplicates : window.duplicates()) {
      ids.addAll(duplicates.droppedIds());
    }
    return ids;
  }
}
