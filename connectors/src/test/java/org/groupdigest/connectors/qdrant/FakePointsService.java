package org.groupdigest.connectors.qdrant;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import io.qdrant.client.grpc.Points.CountPoints;
import io.qdrant.client.grpc.Points.CountResponse;
import io.qdrant.client.grpc.Points.CountResult;
import io.qdrant.client.grpc.Points.PointStruct;
import io.qdrant.client.grpc.Points.PointsUpdateOperation;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.QueryResponse;
import io.qdrant.client.grpc.Points.RetrievedPoint;
import io.qdrant.client.grpc.Points.ScoredPoint;
import io.qdrant.client.grpc.Points.ScrollPoints;
import io.qdrant.client.grpc.Points.ScrollResponse;
import io.qdrant.client.grpc.Points.UpdateBatchPoints;
import io.qdrant.client.grpc.Points.UpdateBatchResponse;
import io.qdrant.client.grpc.Points.UpdateResult;
import io.qdrant.client.grpc.Points.UpdateStatus;
import io.qdrant.client.grpc.PointsGrpc;
import java.util.List;
import java.util.function.Supplier;

/** The calls about points that the fake answers; all others are unimplemented, as gRPC has it. */
final class FakePointsService extends PointsGrpc.PointsImplBase {
  private final FakeCollections collections;

  FakePointsService(FakeCollections collections) {
    this.collections = collections;
  }

  @Override
  public void updateBatch(UpdateBatchPoints request, StreamObserver<UpdateBatchResponse> answer) {
    reply(
        answer,
        () -> {
          UpdateBatchResponse.Builder response = UpdateBatchResponse.newBuilder();
          for (PointsUpdateOperation operation : request.getOperationsList()) {
            apply(request.getCollectionName(), operation);
            response.addResult(UpdateResult.newBuilder().setStatus(status(request)));
          }
          return response.build();
        });
  }

  private static UpdateStatus status(UpdateBatchPoints request) {
    return request.getWait() ? UpdateStatus.Completed : UpdateStatus.Acknowledged;
  }

  private void apply(String collection, PointsUpdateOperation operation) {
    switch (operation.getOperationCase()) {
      case UPSERT -> collections.upsert(collection, operation.getUpsert().getPointsList());
      case DELETE_POINTS -> collections.delete(collection, operation.getDeletePoints().getPoints());
      default -> throw Status.UNIMPLEMENTED.asRuntimeException();
    }
  }

  @Override
  public void query(QueryPoints request, StreamObserver<QueryResponse> answer) {
    List<Float> vector = request.getQuery().getNearest().getDense().getDataList();
    reply(
        answer,
        () -> {
          QueryResponse.Builder response = QueryResponse.newBuilder();
          collections
              .nearest(request.getCollectionName(), request.getFilter(), vector, request.getLimit())
              .forEach(point -> response.addResult(scored(point, vector)));
          return response.build();
        });
  }

  private static ScoredPoint scored(PointStruct point, List<Float> vector) {
    return ScoredPoint.newBuilder()
        .setId(point.getId())
        .putAllPayload(point.getPayloadMap())
        .setScore(FakeCollections.cosine(vector, FakeCollections.vector(point)))
        .build();
  }

  @Override
  public void count(CountPoints request, StreamObserver<CountResponse> answer) {
    reply(
        answer,
        () -> {
          int count = collections.matching(request.getCollectionName(), request.getFilter()).size();
          return CountResponse.newBuilder()
              .setResult(CountResult.newBuilder().setCount(count))
              .build();
        });
  }

  @Override
  public void scroll(ScrollPoints request, StreamObserver<ScrollResponse> answer) {
    reply(
        answer,
        () -> {
          List<PointStruct> rest =
              collections.matching(request.getCollectionName(), request.getFilter()).stream()
                  .filter(p -> p.getId().getUuid().compareTo(request.getOffset().getUuid()) >= 0)
                  .toList();
          ScrollResponse.Builder response = ScrollResponse.newBuilder();
          rest.stream().limit(request.getLimit()).forEach(p -> response.addResult(retrieved(p)));
          rest.stream()
              .skip(request.getLimit())
              .findFirst()
              .ifPresent(next -> response.setNextPageOffset(next.getId()));
          return response.build();
        });
  }

  private static RetrievedPoint retrieved(PointStruct point) {
    return RetrievedPoint.newBuilder()
        .setId(point.getId())
        .putAllPayload(point.getPayloadMap())
        .build();
  }

  private static <A> void reply(StreamObserver<A> answer, Supplier<A> work) {
    try {
      answer.onNext(work.get());
      answer.onCompleted();
    } catch (StatusRuntimeException e) {
      answer.onError(e);
    }
  }
}
