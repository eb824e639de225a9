package org.groupdigest.connectors.qdrant;

import io.grpc.Deadline;
import io.qdrant.client.grpc.Collections.CollectionExistsRequest;
import io.qdrant.client.grpc.Collections.CreateCollection;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Collections.VectorParams;
import io.qdrant.client.grpc.Collections.VectorsConfig;
import io.qdrant.client.grpc.Points.UpdateBatchPoints;
import io.qdrant.client.grpc.Points.UpdateBatchResponse;
import io.qdrant.client.grpc.Points.UpdateStatus;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** Changes to collections, made durable before they are answered. */
final class QdrantChanges {
  private final QdrantCalls calls;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  QdrantChanges(QdrantCalls calls) {
    this.calls = calls;
  }

  /**
   * Makes a collection with cosine distance unless it is there; one of another vector size stays as
   * it is, and refuses points.
   */
  CompletableFuture<Void> ensureCollection(String collection, int vectorSize, Deadline deadline) {
    return exists(collection, deadline)
        .thenCompose(is -> is ? completed() : create(collection, vectorSize, deadline))
        .thenAccept(done -> known.add(collection));
  }

  private CompletableFuture<Boolean> exists(String collection, Deadline deadline) {
    if (known.contains(collection)) {
      return CompletableFuture.completedFuture(true);
    }
    CollectionExistsRequest question =
        CollectionExistsRequest.newBuilder().setCollectionName(collection).build();
    return calls
        .collections(deadline, stub -> stub.collectionExists(question))
        .thenApply(answer -> answer.getResult().getExists());
  }

  private CompletableFuture<Void> create(String collection, int vectorSize, Deadline deadline) {
    VectorParams vectors =
        VectorParams.newBuilder().setSize(vectorSize).setDistance(Distance.Cosine).build();
    CreateCollection request =
        CreateCollection.newBuilder()
            .setCollectionName(collection)
            .setVectorsConfig(VectorsConfig.newBuilder().setParams(vectors))
            .build();
    return calls
        .collections(deadline, stub -> stub.create(request))
        .<Void>thenApply(done -> null)
        .exceptionallyCompose(failure -> unlessMadeMeanwhile(collection, failure, deadline));
  }

  /** Two subtasks may find it missing; servers differ in how they refuse the second. */
  private CompletableFuture<Void> unlessMadeMeanwhile(
      String collection, Throwable failure, Deadline deadline) {
    return exists(collection, deadline)
        .thenCompose(is -> is ? completed() : CompletableFuture.failedFuture(failure));
  }

  /** Changes one collection, in order; deleting from one that is missing is done at once. */
  CompletableFuture<Void> apply(
      String collection, List<QdrantWrite> writes, int vectorSize, Deadline deadline) {
    boolean upserts = writes.stream().anyMatch(QdrantWrite.Upsert.class::isInstance);
    if (upserts) {
      return ensureCollection(collection, vectorSize, deadline)
          .thenCompose(ready -> update(collection, writes, deadline));
    }
    return exists(collection, deadline)
        .thenCompose(is -> is ? update(collection, writes, deadline) : completed());
  }

  private CompletableFuture<Void> update(
      String collection, List<QdrantWrite> writes, Deadline deadline) {
    UpdateBatchPoints request =
        UpdateBatchPoints.newBuilder()
            .setCollectionName(collection)
            .setWait(true)
            .addAllOperations(QdrantMessages.operations(writes))
            .build();
    return calls
        .points(deadline, stub -> stub.updateBatch(request))
        .thenAccept(QdrantChanges::checkCompleted)
        .exceptionallyCompose(
            failure -> CompletableFuture.failedFuture(forgetWhenGone(collection, failure)));
  }

  private static void checkCompleted(UpdateBatchResponse response) {
    boolean completed =
        response.getResultList().stream()
            .allMatch(result -> result.getStatus() == UpdateStatus.Completed);
    if (!completed) {
      throw new UnfinishedException();
    }
  }

  /** Somebody dropped a collection that was there: the next try looks, and makes it anew. */
  private Throwable forgetWhenGone(String collection, Throwable failure) {
    boolean gone = QdrantFailures.isNotFound(failure) && known.remove(collection);
    return gone ? new UnfinishedException() : failure;
  }

  private static CompletableFuture<Void> completed() {
    return CompletableFuture.completedFuture(null);
  }

  /** The change may be made later; it has to be sent again. */
  private static final class UnfinishedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UnfinishedException() {
      super("qdrant: the change is not finished");
    }
  }
}
