package org.groupdigest.connectors.sink;

import io.grpc.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.connector.base.sink.throwable.FatalExceptionClassifier;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.shared.StoreException;

/**
 * A store that writes down what it is sent, and fails as often as it was told to. Words that begin
 * with {@code bad} it refuses.
 */
final class ScriptedSender implements BatchSender<TextEntry> {
  final List<String> taken = new ArrayList<>();
  final List<Integer> sizes = new ArrayList<>();
  final Deque<Throwable> failures = new ArrayDeque<>();
  final Deque<CompletableFuture<Void>> held = new ArrayDeque<>();
  boolean away;
  boolean holding;
  boolean closed;

  @Override
  public CompletableFuture<Void> send(List<TextEntry> entries) {
    sizes.add(entries.size());
    if (holding) {
      held.add(new CompletableFuture<>());
      return held.getLast();
    }
    if (away) {
      throw Status.UNAVAILABLE.asRuntimeException();
    }
    if (!failures.isEmpty()) {
      return CompletableFuture.failedFuture(failures.removeFirst());
    }
    if (entries.stream().anyMatch(entry -> entry.text().startsWith("bad"))) {
      return CompletableFuture.failedFuture(new IllegalArgumentException(entries.toString()));
    }
    entries.forEach(entry -> taken.add(entry.text()));
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public FailureClasses failures() {
    return new FailureClasses(
        FatalExceptionClassifier.createChain(
            new FatalExceptionClassifier(
                failure -> failure instanceof IllegalArgumentException,
                failure -> StoreException.refusedElement("words", "bad")),
            new FatalExceptionClassifier(
                failure -> failure instanceof SecurityException,
                failure -> StoreException.misconfigured("words", "shut_out"))),
        failure -> failure.getClass().getSimpleName());
  }

  @Override
  public void close() {
    closed = true;
  }
}
