package org.groupdigest.job.app;

/** What a job runs: a pipeline or both, or what feeds one derived store. */
public enum Pipelines {
  /** From messages to {@code group.window.ready}. */
  WINDOWS,
  /** From {@code group.window.ready} to digests. */
  DIGESTS,
  /** Both in one job, with the topic between them all the same. */
  ALL,
  /** From stored digests to objects in S3. */
  OBJECTS,
  /** From stored digests to vectors in Qdrant. */
  VECTORS,
  /** From stored digests to the graph in Neo4j. */
  GRAPH,
  /** From stored digests to the cache in Redis. */
  CACHE,
  /** From closed windows to the context storage service. */
  CONTEXT;

  /** Whether it feeds a store beside Postgres, in a job of its own that others do not wait for. */
  boolean feedsAStore() {
    return this != WINDOWS && this != DIGESTS && this != ALL;
  }
}
