package org.groupdigest.job.stores.graph;

import java.time.Duration;
import org.groupdigest.connectors.neo4j.Neo4jConfig;
import org.groupdigest.connectors.neo4j.Neo4jSink;
import org.groupdigest.connectors.neo4j.Neo4jSinkBuilder;
import org.groupdigest.job.config.StoreSettings;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.stores.Secrets;
import org.groupdigest.job.stores.SkipRefused;

/** The graph of a deployment. */
public final class GraphStore {

  /** So many rows that a digest is seldom written in two transactions. */
  private static final int BATCH = 1_000;

  private static final Duration LONGEST_TRANSACTION = Duration.ofSeconds(30);

  private GraphStore() {}

  /** Keeps what digests say of people and topics. */
  public static Neo4jSink<DigestChange> sink(StoreSettings.Graph settings) {
    return builder()
        .setConfig(Neo4jConfig.of(settings.uri(), settings.user()))
        .setPassword(Secrets.of(settings.password()))
        .build();
  }

  /** Everything but where Neo4j is. */
  static Neo4jSinkBuilder<DigestChange> builder() {
    return Neo4jSink.<DigestChange>builder()
        .setSchema(GraphSchema.all())
        .setStatements(GraphStatements.all())
        .setEntriesConverter(new GraphWrites())
        .setMaxBatchSize(BATCH)
        .setRequestTimeout(LONGEST_TRANSACTION)
        .setRefusedEntries(new SkipRefused<>());
  }
}
