package org.groupdigest.connectors.s3;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.shared.StoreException;
import org.groupdigest.connectors.shared.StoreReply;

/**
 * Objects of one bucket, for maintenance and deletion: never blocking and never failing, what the
 * store does not do is a value. Nothing is tried again; that is the caller's.
 *
 * <p>Codes of {@link StoreReply.Unavailable}: {@code unreachable}, {@code timeout}, {@code
 * throttled}, {@code conflict} (somebody else wrote the key just now), {@code clock} (ours and the
 * store's differ), {@code failed} (any other error that may pass). Codes of {@link
 * StoreReply.Refused}: the store's own error codes, {@code Http403} and the like for answers
 * without one, and {@code corrupt} (the content does not match its hash).
 *
 * <pre>{@code
 * try (S3Objects objects = S3Objects.open(config)) {
 *   objects.put(S3Object.of(S3Keys.prefix("group", tenant) + "a.json", bytes, "application/json"));
 * }
 * }</pre>
 */
public final class S3Objects implements AutoCloseable {
  private final S3Calls calls;
  private final FailureClasses failures = S3Failures.classes();

  S3Objects(S3Calls calls) {
    this.calls = calls;
  }

  /**
   * A client of this bucket; succeeds while the store is away.
   *
   * @throws StoreException when a secret is not where it should be
   */
  public static S3Objects open(S3Config config) {
    return new S3Objects(S3Calls.open(config));
  }

  /** The requests themselves, whose failures are exceptions. */
  S3Calls calls() {
    return calls;
  }

  /** Stores an object, unless the same or a newer one is there. */
  public CompletionStage<StoreReply<PutOutcome>> put(S3Object object) {
    return reply(store -> store.put(object));
  }

  /**
   * An object, null when there is none; {@code corrupt} when its content does not match the hash
   * that was noted with it.
   */
  public CompletionStage<StoreReply<S3Object>> get(String key) {
    return reply(store -> store.get(key).thenApply(S3Objects::intact));
  }

  private static S3Object intact(S3Object object) {
    if (object != null && !object.isIntact()) {
      throw StoreException.refusedElement("s3", "corrupt");
    }
    return object;
  }

  /** What is known of an object without reading it, null when there is none. */
  public CompletionStage<StoreReply<S3Stat>> head(String key) {
    return reply(store -> store.head(key));
  }

  /**
   * Whether the content under a key, read again from the store, has this hash; to be asked before
   * the original is removed.
   *
   * @param sha256 64 lower-case hex digits
   */
  public CompletionStage<StoreReply<Boolean>> verify(String key, String sha256) {
    return reply(
        store ->
            store
                .get(key)
                .thenApply(object -> object != null && Sha256.of(object.bytes()).equals(sha256)));
  }

  /** All objects whose keys begin with a prefix, in the order of their keys. */
  public CompletionStage<StoreReply<List<S3Listed>>> list(String prefix) {
    return reply(store -> store.list(prefix));
  }

  /** Removes an object; done as well when there is none. */
  public CompletionStage<StoreReply<Void>> delete(String key) {
    return reply(store -> store.delete(key).thenApply(done -> null));
  }

  /**
   * Removes all objects below a prefix; answers how many there were. After a failure some may be
   * gone; calling again goes on.
   *
   * @param prefix ends with a slash, so that {@code a} does not take {@code ab} with it
   * @throws IllegalArgumentException when it does not
   */
  public CompletionStage<StoreReply<Long>> deleteAll(String prefix) {
    checkPrefix(prefix);
    return reply(store -> store.deleteAll(prefix));
  }

  /** Throws unless everything below the prefix may be deleted. */
  static void checkPrefix(String prefix) {
    if (prefix.length() < 2 || !prefix.endsWith("/")) {
      throw new IllegalArgumentException("a prefix to be deleted ends with a slash");
    }
  }

  private <T> CompletionStage<StoreReply<T>> reply(Function<S3Calls, CompletionStage<T>> request) {
    return failures.replyTo(start -> request.apply(calls));
  }

  /** Closes the connections and their threads. */
  @Override
  public void close() {
    calls.close();
  }
}
