package org.groupdigest.job.stores.vectors;

import java.util.UUID;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.groupdigest.connectors.qdrant.QdrantPoint;
import org.groupdigest.connectors.qdrant.QdrantWrite;
import org.groupdigest.job.model.DeterministicIds;

/** Makes writes to Qdrant of changes; ids of points come of digest and topic alone. */
public final class VectorWrites implements ElementConverter<VectorChange, QdrantWrite> {

  private static final long serialVersionUID = 1L;

  @Override
  public QdrantWrite apply(VectorChange change, SinkWriter.Context context) {
    return write(change);
  }

  static QdrantWrite write(VectorChange change) {
    String collection = CollectionNames.of(change.tenantId());
    TopicPoint point = change.point();
    return point == null
        ? new QdrantWrite.DeleteMatching(
            collection, TopicPayload.ofDigest(change.tenantId(), change.digestId()))
        : new QdrantWrite.Upsert(
            collection,
            new QdrantPoint(
                pointId(change.digestId(), point.topicId()),
                point.vector(),
                TopicPayload.of(change)));
  }

  static UUID pointId(String digestId, String topicId) {
    return UUID.fromString(DeterministicIds.of("topic-vector", digestId, topicId));
  }
}
