package org.groupdigest.connectors.s3;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Objects of one bucket, for maintenance and deletion: never blocking and never failing, what the
 * store does not do is {@link S3Reply.Unavailable}. Nothing is tried again; that is the caller's.
 *
 * <pre>{@code
 * try (S3Objects objects = S3Objects.open(config)) {
 *   objects.put(S3Object.of(S3Keys.prefix("group", tenant) + "a.json", bytes, "application/json"));
 * }
 * }</pre>
 */
public final class S3Objects implements AutoCloseable {
  private final S3Calls calls;

  S3Objects(S3Calls calls) {
    this.calls = calls;
  }

  /**
   * A client of this bucket; succeeds while the store is away.
   *
   * @throws IOException when a secret is not where it should be
   */
  public static S3Objects open(S3Config config) throws IOException {
    return new S3Objects(S3Calls.open(config));
  }

  /** The requests themselves, whose failures are exceptions. */
  S3Calls calls() {
    return calls;
  }

  /** Stores an object, unless the same or a newer one is there. */
  public CompletionStage<S3Reply<PutOutcome>> put(S3Object object) {
    return reply(store -> store.put(object));
  }

  /**
   * An object, null when there is none; {@code corrupt} when its content does not match the hash
   * that was noted with it.
   */
  public CompletionStage<S3Reply<S3Object>> get(String key) {
    return reply(store -> store.get(key)).thenApply(S3Objects::intactOnly);
  }

  private static S3Reply<S3Object> intactOnly(S3Reply<S3Object> reply) {
    boolean corrupt =
        reply instanceof S3Reply.Answered<S3Object> answered
            && answered.value() != null
            && !answered.value().isIntact();
    return corrupt ? new S3Reply.Unavailable<>("corrupt") : reply;
  }

  /** What is known of an object without reading it, null when there is none. */
  public CompletionStage<S3Reply<S3Stat>> head(String key) {
    return reply(store -> store.head(key));
  }

  /**
   * Whether the content under a key, read again from the store, has this hash; to be asked before
   * the original is removed.
   *
   * @param sha256 64 lower-case hex digits
   */
  public CompletionStage<S3Reply<Boolean>> verify(String key, String sha256) {
    return reply(
        store ->
            store
                .get(key)
                .thenApply(object -> object != null && Sha256.of(object.bytes()).equals(sha256)));
  }

  /** All objects whose keys begin with a prefix, in the order of their keys. */
  public CompletionStage<S3Reply<List<S3Listed>>> list(String prefix) {
    return reply(store -> store.list(prefix));
  }

  /** Removes an object; done as well when there is none. */
  public CompletionStage<S3Reply<Void>> delete(String key) {
    return reply(store -> store.delete(key).thenApply(done -> null));
  }

  /**
   * Removes all objects below a prefix; answers how many there were. After a failure some may be
   * gone; calling again goes on.
   *
   * @param prefix ends with a slash, so that {@code a} does not take {@code ab} with it
   * @throws IllegalArgumentException when it does not
   */
  public CompletionStage<S3Reply<Long>> deleteAll(String prefix) {
    if (prefix.length() < 2 || !prefix.endsWith("/")) {
      throw new IllegalArgumentException("a prefix to be deleted ends with a slash");
    }
    return reply(store -> store.deleteAll(prefix));
  }

  private <T> CompletionStage<S3Reply<T>> reply(Function<S3Calls, CompletionStage<T>> request) {
    // Inside the future from the start: after closing, requests throw.
    return CompletableFuture.completedFuture(calls)
        .thenCompose(request)
        .handle(
            (value, failure) ->
                failure == null
                    ? new S3Reply.Answered<>(value)
                    : new S3Reply.Unavailable<>(S3Failures.code(failure)));
  }

  /** Closes the connections and their threads. */
  @Override
  public void close() {
    calls.close();
  }
}
