package org.groupdigest.job.stores.vectors;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.groupdigest.connectors.qdrant.QdrantPoints;
import org.groupdigest.connectors.qdrant.QdrantWrite;
import org.groupdigest.connectors.shared.StoreReply;
import org.groupdigest.job.model.Topics.Topic;
import org.groupdigest.job.stores.DigestChange;

/** Brings changes of digests to Qdrant one by one, without a stream. */
final class StoredVectors {

  private StoredVectors() {}

  static void store(QdrantPoints points, Embedder embedder, DigestChange change) {
    List<Topic> topics = DigestPoints.topics(change);
    List<float[]> vectors = topics.isEmpty() ? List.of() : vectors(embedder, change, topics);
    DigestPoints.changes(change, topics, vectors, embedder.modelId())
        .forEach(one -> answer(send(points, VectorWrites.write(one))));
  }

  private static List<float[]> vectors(Embedder embedder, DigestChange change, List<Topic> topics) {
    Embedding made =
        embedder
            .embed(change.group(), topics.stream().map(TopicText::of).toList())
            .toCompletableFuture()
            .join();
    return ((Embedding.Vectors) made).vectors();
  }

  private static CompletionStage<StoreReply<Void>> send(QdrantPoints points, QdrantWrite write) {
    return write instanceof QdrantWrite.Upsert upsert
        ? points.upsert(upsert.collection(), List.of(upsert.point()))
        : points.delete(write.collection(), ((QdrantWrite.DeleteMatching) write).filter());
  }

  /** What a store that is there answers. */
  static <T> T answer(CompletionStage<StoreReply<T>> stage) {
    StoreReply<T> reply = stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    return ((StoreReply.Answered<T>) reply).value();
  }
}
