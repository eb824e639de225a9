package org.groupdigest.connectors.sink;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * What came of writing an entry.
 *
 * @param entry the entry
 * @param failure why it was not written, null if it was
 */
record Attempt<E>(E entry, Throwable failure) {
  /** Writes all entries at the same time; never fails. */
  static <E> CompletableFuture<List<Attempt<E>>> all(EntryStore<E> store, List<E> entries) {
    List<CompletableFuture<Attempt<E>>> attempts =
        entries.stream().map(entry -> one(store, entry)).toList();
    return CompletableFuture.allOf(attempts.toArray(CompletableFuture[]::new))
        .thenApply(done -> attempts.stream().map(CompletableFuture::join).toList());
  }

  private static <E> CompletableFuture<Attempt<E>> one(EntryStore<E> store, E entry) {
    // Inside the future from the start: a client may also throw.
    return CompletableFuture.completedFuture(entry)
        .thenCompose(Attempt.<E>ignoringResult(store::write))
        .handle((written, failure) -> new Attempt<>(entry, failure));
  }

  /** As {@link EntryStore#check}, inside the future from the start. */
  static CompletableFuture<Void> check(EntryStore<?> store) {
    return CompletableFuture.completedFuture(store).thenCompose(ignoringResult(EntryStore::check));
  }

  private static <A> Function<A, CompletionStage<Void>> ignoringResult(
      Function<A, CompletionStage<?>> call) {
    return argument -> call.apply(argument).thenAccept(result -> {});
  }

  boolean failed() {
    return failure != null;
  }
}
