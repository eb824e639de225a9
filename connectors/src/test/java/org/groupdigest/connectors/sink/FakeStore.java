package org.groupdigest.connectors.sink;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A store in memory that does as it is told. */
final class FakeStore implements EntryStore<String> {
  final List<String> written = new ArrayList<>();
  final List<String> attempted = new ArrayList<>();
  private final Deque<Exception> failures = new ArrayDeque<>();
  CompletionStage<?> check = CompletableFuture.completedFuture(null);
  RuntimeException thrown;

  /** Whether failures to come are forgotten. */
  boolean healed;

  boolean closed;

  /** The next attempts fail, one with each. */
  void failWith(Exception... next) {
    failures.addAll(List.of(next));
  }

  @Override
  public CompletionStage<?> check() {
    return check;
  }

  @Override
  public CompletionStage<?> write(String entry) {
    attempted.add(entry);
    if (thrown != null) {
      throw thrown;
    }
    if (!healed && !failures.isEmpty()) {
      return CompletableFuture.failedFuture(failures.poll());
    }
    written.add(entry);
    return CompletableFuture.completedFuture(entry);
  }

  @Override
  public long sizeInBytes(String entry) {
    return entry.length();
  }

  @Override
  public void close() {
    closed = true;
  }
}
