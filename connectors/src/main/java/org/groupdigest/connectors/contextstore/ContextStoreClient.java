package org.groupdigest.connectors.contextstore;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.shared.StoreException;
import org.groupdigest.connectors.shared.StoreReply;

/**
 * Asks a context storage. No method blocks or repeats, and no stage that is returned fails: away,
 * late or in trouble is {@link StoreReply.Unavailable}; a wrong key, a document that the service
 * does not take, and {@code bad_answer}, are {@link StoreReply.Refused}. Every stage ends within
 * the call timeout, on a thread that must not be blocked. Thread-safe.
 *
 * <pre>{@code
 * ContextStoreClient client =
 *     ContextStoreClient.open(ContextStoreConfig.of("http://localhost:8080"), "");
 * client.search("notes", ContextSearch.newest(filter, "posted_at", 20));
 * }</pre>
 */
public final class ContextStoreClient implements AutoCloseable {
  private final ContextStoreCalls calls;
  private final Duration timeout;
  private final FailureClasses failures = ContextStoreFailures.classes();

  private ContextStoreClient(ContextStoreCalls calls, Duration timeout) {
    this.calls = calls;
    this.timeout = timeout;
  }

  /**
   * A client that has not connected yet.
   *
   * @param apiKey bearer key, empty for none
   * @throws StoreException {@code bad_key} when no header can carry it
   */
  public static ContextStoreClient open(ContextStoreConfig config, String apiKey) {
    return new ContextStoreClient(new ContextStoreCalls(config, apiKey), config.callTimeout());
  }

  /** Sees to it that there is a namespace; answers with its name. */
  public CompletionStage<StoreReply<String>> ensure(String namespace) {
    return failures.reply(calls.ensure(namespace, timeout).thenApply(done -> namespace));
  }

  /** Stores or replaces documents of a namespace that is there; answers with their number. */
  public CompletionStage<StoreReply<Integer>> upsert(
      String namespace, List<ContextDocument> documents) {
    CompletableFuture<Void> call =
        documents.isEmpty()
            ? CompletableFuture.completedFuture(null)
            : calls.upsert(namespace, documents, timeout);
    return failures.reply(call.thenApply(done -> documents.size()));
  }

  /** Finds documents, no more than were asked for; none in a namespace that is not there. */
  public CompletionStage<StoreReply<List<FoundDocument>>> search(
      String namespace, ContextSearch search) {
    return failures.reply(
        calls
            .search(namespace, search, timeout)
            .exceptionally(ContextStoreClient::noneWhenNotFound)
            .thenApply(found -> found.subList(0, Math.min(search.limit(), found.size()))));
  }

  private static List<FoundDocument> noneWhenNotFound(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (ContextStoreFailures.isNotFound(cause)) {
      return List.of();
    }
    throw failure instanceof CompletionException known ? known : new CompletionException(failure);
  }

  /** Names of all namespaces that the key may see. */
  public CompletionStage<StoreReply<List<String>>> namespaces() {
    return failures.reply(calls.namespaces(timeout));
  }

  /** Cancels what is in flight, which then is unavailable. */
  @Override
  public void close() {
    calls.close();
  }
}
