package org.groupdigest.connectors.ordered;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.shared.FailureClasses;

/**
 * The client side of a sink: hands batches to the store.
 *
 * @param <EntryT> the changes
 */
public interface BatchSender<EntryT> extends AutoCloseable {
  /**
   * Sends changes and never blocks. The stage ends when the store has made all of them durable, or
   * fails with what the client reports; changes made before a failure are harmless, since all of
   * them will be sent again.
   */
  CompletionStage<Void> send(List<EntryT> entries);

  /** Which failures last. */
  FailureClasses failures();

  /** Lets go of the client. */
  @Override
  void close();
}
