package org.groupdigest.job.app;

import org.groupdigest.connectors.postgres.AsyncTenantTransactions;
import org.groupdigest.connectors.shared.Lease;
import org.groupdigest.connectors.shared.SharedClients;
import org.groupdigest.job.persist.PostgresStoredDigests;
import org.groupdigest.job.stores.StoredDigestsSource;

/**
 * Digests in Postgres, read over the connections that the process has already.
 *
 * @param endpoints where Postgres is
 */
record PostgresDigests(Endpoints endpoints) implements StoredDigestsSource {

  @Override
  public Opened open() {
    Lease<AsyncTenantTransactions> postgres =
        StoreServices.postgres(SharedClients.ofProcess(), endpoints);
    return new Opened(new PostgresStoredDigests(postgres.client()), postgres::close);
  }
}
