package org.groupdigest.connectors.shared;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A share in a client, see {@link SharedClients}.
 *
 * @param <C> the client
 */
public final class Lease<C extends AutoCloseable> implements AutoCloseable {
  private final C client;
  private final Runnable release;
  private final AtomicBoolean open = new AtomicBoolean(true);

  Lease(C client, Runnable release) {
    this.client = client;
    this.release = release;
  }

  /** The client; not to be closed by its users, not to be used after {@link #close()}. */
  public C client() {
    return client;
  }

  /** Gives the share back; a second call does nothing. */
  @Override
  public void close() {
    if (open.compareAndSet(true, false)) {
      release.run();
    }
  }
}
