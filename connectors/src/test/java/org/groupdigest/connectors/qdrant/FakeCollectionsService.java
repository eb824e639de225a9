package org.groupdigest.connectors.qdrant;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.qdrant.client.grpc.Collections.CollectionExists;
import io.qdrant.client.grpc.Collections.CollectionExistsRequest;
import io.qdrant.client.grpc.Collections.CollectionExistsResponse;
import io.qdrant.client.grpc.Collections.CollectionOperationResponse;
import io.qdrant.client.grpc.Collections.CreateCollection;
import io.qdrant.client.grpc.Collections.Distance;
import io.qdrant.client.grpc.Collections.VectorParams;
import io.qdrant.client.grpc.CollectionsGrpc;

/** The calls about collections that the fake answers. */
final class FakeCollectionsService extends CollectionsGrpc.CollectionsImplBase {
  private final FakeCollections collections;

  FakeCollectionsService(FakeCollections collections) {
    this.collections = collections;
  }

  @Override
  public void collectionExists(
      CollectionExistsRequest request, StreamObserver<CollectionExistsResponse> answer) {
    boolean exists = collections.exists(request.getCollectionName());
    answer.onNext(
        CollectionExistsResponse.newBuilder()
            .setResult(CollectionExists.newBuilder().setExists(exists))
            .build());
    answer.onCompleted();
  }

  @Override
  public void create(CreateCollection request, StreamObserver<CollectionOperationResponse> answer) {
    VectorParams params = request.getVectorsConfig().getParams();
    if (params.getDistance() != Distance.Cosine) {
      answer.onError(Status.UNIMPLEMENTED.asRuntimeException());
      return;
    }
    try {
      collections.create(request.getCollectionName(), params.getSize());
      answer.onNext(CollectionOperationResponse.newBuilder().setResult(true).build());
      answer.onCompleted();
    } catch (StatusRuntimeException e) {
      answer.onError(e);
    }
  }
}
