package org.groupdigest.job.persist;

import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.postgres.Sql;

/**
 * Whole digests out of Postgres: what was written is what is read, except for what is not stored,
 * see {@link StoredDigestReader}. Needs the rights of a writer, for it locks the digest while it
 * reads.
 */
public final class PostgresStoredDigests implements StoredDigests {
  private final AsyncTenantTransactions transactions;

  /** Reads through shared transactions, which it does not close. */
  public PostgresStoredDigests(AsyncTenantTransactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public CompletionStage<Optional<CurrentDigest>> find(String tenantId, String digestId) {
    return transactions.inTenant(
        tenantId,
        connection -> new StoredDigestReader(new Sql(connection)).read(tenantId, digestId));
  }
}
