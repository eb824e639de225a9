package org.groupdigest.connectors.qdrant;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.ordered.BatchSender;
import org.groupdigest.connectors.shared.FailureClasses;

/** Sends a batch collection by collection: one call each, changes in their order. */
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
  public CompletionStage<Void> send(List<QdrantWrite> writes) {
    Map<String, List<QdrantWrite>> byCollection = new LinkedHashMap<>();
    for (QdrantWrite write : writes) {
      byCollection.computeIfAbsent(write.collection(), name -> new ArrayList<>()).add(write);
    }
    CompletableFuture<Void> sent = CompletableFuture.completedFuture(null);
    for (Map.Entry<String, List<QdrantWrite>> part : byCollection.entrySet()) {
      sent = sent.thenCompose(v -> changes.apply(part.getKey(), part.getValue(), vectorSize));
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
