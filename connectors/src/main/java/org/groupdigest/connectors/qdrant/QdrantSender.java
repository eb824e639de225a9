package org.groupdigest.connectors.qdrant;

import io.grpc.Deadline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.sink.BatchSender;

/**
 * Sends a batch collection by collection: one call each, changes in their order. One deadline for
 * the batch keeps what was given up from reaching the server after what was sent since.
 */
final class QdrantSender implements BatchSender<QdrantWrite> {
  private final QdrantCalls calls;
  private final QdrantChanges changes;
  private final int vectorSize;
  private final FailureClasses failures = QdrantFailures.classes();

  QdrantSender(QdrantCalls calls, int vectorSize) {
    this.calls = calls;
    this.changes = new QdrantChanges(calls);
    this.vectorSize = vectorSize;
  }

  @Override
  public CompletableFuture<Void> send(List<QdrantWrite> writes) {
    Map<String, List<QdrantWrite>> byCollection = new LinkedHashMap<>();
    for (QdrantWrite write : writes) {
      byCollection.computeIfAbsent(write.collection(), name -> new ArrayList<>()).add(write);
    }
    return apply(byCollection, calls.deadline());
  }

  private CompletableFuture<Void> apply(
      Map<String, List<QdrantWrite>> byCollection, Deadline deadline) {
    CompletableFuture<Void> sent = CompletableFuture.completedFuture(null);
    for (Map.Entry<String, List<QdrantWrite>> part : byCollection.entrySet()) {
      sent =
          sent.thenCompose(
              before -> changes.apply(part.getKey(), part.getValue(), vectorSize, deadline));
    }
    return sent;
  }

  @Override
  public FailureClasses failures() {
    return failures;
  }

  @Override
  public void close() {
    calls.close();
  }
}
