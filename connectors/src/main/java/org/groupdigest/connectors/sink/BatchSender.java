package org.groupdigest.connectors.sink;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.groupdigest.connectors.shared.FailureClasses;

/**
 * The client side of a sink: hands batches to the store.
 *
 * @param <EntryT> the changes
 */
public interface BatchSender<EntryT> extends AutoCloseable {
  /**
   * Sends changes and never blocks. The future ends when the store has made all of them durable, or
   * fails with what the client reports; changes made before a failure are harmless, since all of
   * them will be sent again.
   *
   * <p>The caller may end the future itself, to give the batch up: what has not begun by then must
   * not begin, since it could undo what is sent later.
   */
  CompletableFuture<Void> send(List<EntryT> entries);

  /** Ends the future of a batch as a call has ended; does nothing when it was given up. */
  static void end(CompletableFuture<Void> sent, Throwable failure) {
    if (failure == null) {
      sent.complete(null);
    } else {
      sent.completeExceptionally(failure);
    }
  }

  /** Which failures last. */
  FailureClasses failures();

  /** Lets go of the client. */
  @Override
  void close();
}
