package org.groupdigest.connectors.qdrant;

import io.qdrant.client.PointIdFactory;
import io.qdrant.client.QueryFactory;
import io.qdrant.client.WithPayloadSelectorFactory;
import io.qdrant.client.grpc.Points.CountPoints;
import io.qdrant.client.grpc.Points.QueryPoints;
import io.qdrant.client.grpc.Points.QueryResponse;
import io.qdrant.client.grpc.Points.ScrollPoints;
import io.qdrant.client.grpc.Points.ScrollResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.connectors.shared.FailureClasses;
import org.groupdigest.connectors.shared.StoreReply;

/**
 * Points of collections: stored, found, counted, read and removed. Never blocks and never fails:
 * what Qdrant does not do is a value. Nothing is repeated.
 *
 * <p>A collection that is missing refuses to be read, with the code {@code not_found}.
 */
public final class QdrantPoints implements AutoCloseable {
  private final QdrantCalls calls;
  private final QdrantChanges changes;
  private final FailureClasses failures = QdrantFailures.classes();

  private QdrantPoints(QdrantCalls calls) {
    this.calls = calls;
    this.changes = new QdrantChanges(calls);
  }

  /**
   * A client of this endpoint; succeeds while Qdrant is away.
   *
   * @param apiKey empty for none
   */
  public static QdrantPoints open(QdrantConfig config, String apiKey) {
    return new QdrantPoints(QdrantCalls.open(config, apiKey));
  }

  /** Makes a collection with cosine distance unless it is there. */
  public CompletionStage<StoreReply<Void>> ensureCollection(String collection, int vectorSize) {
    return failures.replyTo(
        start -> changes.ensureCollection(collection, vectorSize, calls.deadline()));
  }

  /** Stores or replaces points of a collection that is there, durably. */
  public CompletionStage<StoreReply<Void>> upsert(String collection, List<QdrantPoint> points) {
    List<QdrantWrite> writes =
        points.stream().<QdrantWrite>map(p -> new QdrantWrite.Upsert(collection, p)).toList();
    return points.isEmpty()
        ? failures.replyTo(start -> done())
        : failures.replyTo(
            start ->
                changes.apply(collection, writes, points.get(0).vectorSize(), calls.deadline()));
  }

  /** Removes points by id; a collection or point that is missing does not matter. */
  public CompletionStage<StoreReply<Void>> delete(String collection, Set<UUID> ids) {
    return apply(new QdrantWrite.DeleteIds(collection, ids));
  }

  /**
   * Removes the points that a filter finds.
   *
   * @throws IllegalArgumentException for the filter that finds all
   */
  public CompletionStage<StoreReply<Void>> delete(String collection, QdrantFilter filter) {
    return apply(new QdrantWrite.DeleteMatching(collection, filter));
  }

  private CompletionStage<StoreReply<Void>> apply(QdrantWrite deletion) {
    return failures.replyTo(
        start ->
            changes.apply(
                deletion.collection(), List.of(deletion), /* vectorSize= */ 1, calls.deadline()));
  }

  /** The points of a filter that are nearest to a vector, the nearest first. */
  public CompletionStage<StoreReply<List<ScoredPoint>>> search(
      String collection, float[] vector, QdrantFilter filter, int limit) {
    QueryPoints query =
        QueryPoints.newBuilder()
            .setCollectionName(collection)
            .setQuery(QueryFactory.nearest(vector))
            .setFilter(QdrantMessages.filter(filter))
            .setLimit(limit)
            .setWithPayload(WithPayloadSelectorFactory.enable(true))
            .build();
    return failures.replyTo(
        start ->
            calls
                .points(calls.deadline(), stub -> stub.query(query))
                .thenApply(QdrantPoints::found));
  }

  private static List<ScoredPoint> found(QueryResponse response) {
    return response.getResultList().stream()
        .map(
            hit ->
                new ScoredPoint(
                    QdrantMessages.stored(hit.getId(), hit.getPayloadMap()), hit.getScore()))
        .toList();
  }

  /** How many points a filter finds, exactly. */
  public CompletionStage<StoreReply<Long>> count(String collection, QdrantFilter filter) {
    CountPoints question =
        CountPoints.newBuilder()
            .setCollectionName(collection)
            .setFilter(QdrantMessages.filter(filter))
            .setExact(true)
            .build();
    return failures.replyTo(
        start ->
            calls
                .points(calls.deadline(), stub -> stub.count(question))
                .thenApply(answer -> answer.getResult().getCount()));
  }

  /**
   * Reads the points of a filter, page by page.
   *
   * @param from {@link PointPage#next()} of the page before, empty for the first
   * @param limit most points a page
   */
  public CompletionStage<StoreReply<PointPage>> scroll(
      String collection, QdrantFilter filter, Optional<UUID> from, int limit) {
    ScrollPoints.Builder question =
        ScrollPoints.newBuilder()
            .setCollectionName(collection)
            .setFilter(QdrantMessages.filter(filter))
            .setLimit(limit)
            .setWithPayload(WithPayloadSelectorFactory.enable(true));
    from.ifPresent(id -> question.setOffset(PointIdFactory.id(id)));
    return failures.replyTo(
        start ->
            calls
                .points(calls.deadline(), stub -> stub.scroll(question.build()))
                .thenApply(QdrantPoints::page));
  }

  private static PointPage page(ScrollResponse response) {
    List<StoredPoint> points =
        response.getResultList().stream()
            .map(point -> QdrantMessages.stored(point.getId(), point.getPayloadMap()))
            .toList();
    return new PointPage(
        points,
        response.hasNextPageOffset()
            ? Optional.of(UUID.fromString(response.getNextPageOffset().getUuid()))
            : Optional.empty());
  }

  private static CompletionStage<Void> done() {
    return CompletableFuture.completedFuture(null);
  }

  /** Closes the connection; calls that wait are answered {@code unavailable}. */
  @Override
  public void close() {
    calls.close();
  }
}
