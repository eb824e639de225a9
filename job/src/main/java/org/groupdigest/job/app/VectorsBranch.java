package org.groupdigest.job.app;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.AsyncDataStream;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.groupdigest.connectors.qdrant.QdrantSink;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.config.StoreSettings;
import org.groupdigest.job.pipeline.Uids;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.stores.SkipRefused;
import org.groupdigest.job.stores.vectors.EmbedTopicsFunction;
import org.groupdigest.job.stores.vectors.OpenedEmbedder;
import org.groupdigest.job.stores.vectors.VectorChange;
import org.groupdigest.job.stores.vectors.VectorWrites;

/** From what digests have become to the points of their topics in Qdrant. */
final class VectorsBranch {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  /** Digests whose topics are embedded side by side. */
  private static final int CAPACITY = 16;

  private VectorsBranch() {}

  /**
   * Adds the branch to the graph that the changes belong to. Changes of a digest keep their order:
   * nothing is dealt out anew between here and the sink, so the input must be keyed by group.
   *
   * @param changes in order for each digest
   * @param settings vectors must be configured
   * @param endpoints where Redis is, which remembers vectors that were paid for
   */
  static void attach(
      DataStream<DigestChange> changes, DigestSettings settings, Endpoints endpoints) {
    OpenedEmbedder.Source source =
        () -> VectorStore.embedder(settings, endpoints, VectorStore.EMBEDDING_TIMEOUT);
    AsyncDataStream.orderedWait(
            changes,
            new EmbedTopicsFunction(source, FIRST_PAUSE, LONGEST_PAUSE),
            0,
            TimeUnit.MILLISECONDS,
            CAPACITY)
        .returns(TypeInformation.of(VectorChange.class))
        .uid(Uids.EMBED_TOPICS)
        .name("embed topics")
        .sinkTo(sink(settings.stores().vectors()))
        .uid(Uids.VECTORS_SINK)
        .name("write vectors");
  }

  private static QdrantSink<VectorChange> sink(StoreSettings.Vectors vectors) {
    return QdrantSink.<VectorChange>builder()
        .setConfig(VectorStore.qdrant(vectors, Duration.ofSeconds(10)))
        .setApiKey(() -> VectorStore.apiKey(vectors.apiKey()))
        .setVectorSize(vectors.embeddingSize())
        .setElementConverter(new VectorWrites())
        .setRefusedEntries(new SkipRefused<>())
        .build();
  }
}
