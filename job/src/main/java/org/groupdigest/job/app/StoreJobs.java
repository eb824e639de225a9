package org.groupdigest.job.app;

import java.time.Clock;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.groupdigest.connectors.kafka.KafkaRecord;
import org.groupdigest.connectors.kafka.KafkaSources;
import org.groupdigest.job.config.StoreSettings;
import org.groupdigest.job.pipeline.RawRecord;
import org.groupdigest.job.pipeline.TopicNames;
import org.groupdigest.job.pipeline.Uids;
import org.groupdigest.job.stores.DigestChange;
import org.groupdigest.job.stores.StoredDigestsSource;
import org.groupdigest.job.stores.cache.CacheStore;
import org.groupdigest.job.stores.graph.GraphStore;
import org.groupdigest.job.stores.objects.ObjectStore;

/**
 * A job for each derived store: a store that is away holds up its own job and nothing else, and is
 * brought up to date when it is back. A store that is new is filled from the beginning of the
 * topics.
 */
final class StoreJobs {

  private final StreamSettings settings;
  private final Endpoints endpoints;
  private final StoredDigestsSource digests;

  /**
   * @param settings settings of the job
   * @param endpoints where Kafka and Redis are
   * @param digests where digests are read
   */
  StoreJobs(StreamSettings settings, Endpoints endpoints, StoredDigestsSource digests) {
    this.settings = settings;
    this.endpoints = endpoints;
    this.digests = digests;
  }

  /** Why such a job cannot start: its store is not configured. */
  static Optional<String> problem(Pipelines pipelines, StoreSettings stores, Endpoints endpoints) {
    return switch (pipelines) {
      case OBJECTS -> needs(stores.objects().isConfigured(), "DIGEST_S3_BUCKET", pipelines);
      case VECTORS -> needs(stores.vectors().isConfigured(), "DIGEST_QDRANT_HOST", pipelines);
      case GRAPH -> needs(stores.graph().isConfigured(), "DIGEST_NEO4J_URI", pipelines);
      case CACHE -> needs(endpoints.redisUri() != null, "DIGEST_REDIS_URI", pipelines);
      case CONTEXT ->
          needs(stores.contextStorage().enabled(), "DIGEST_CONTEXT_STORAGE_ENABLED", pipelines);
      case WINDOWS, DIGESTS, ALL -> Optional.empty();
    };
  }

  private static Optional<String> needs(boolean set, String variable, Pipelines pipelines) {
    return set
        ? Optional.empty()
        : Optional.of(
            variable
                + " is not set, which --pipeline "
                + StreamArguments.word(pipelines)
                + " needs");
  }

  /**
   * Adds the job of one store to an environment.
   *
   * @throws IllegalArgumentException for a pipeline that feeds no store
   */
  void assemble(StreamExecutionEnvironment env, Pipelines store) {
    switch (store) {
      case OBJECTS ->
          end(changes(env, store), ObjectStore.sink(settings.digest()), Uids.OBJECTS_SINK);
      case GRAPH ->
          end(
              changes(env, store),
              GraphStore.sink(settings.digest().stores().graph()),
              Uids.GRAPH_SINK);
      case CACHE ->
          end(
              changes(env, store),
              CacheStore.sink(endpoints.redis(), Clock.systemUTC()),
              Uids.CACHE_SINK);
      case VECTORS -> VectorsBranch.attach(changes(env, store), settings.digest(), endpoints);
      case CONTEXT ->
          ContextJob.assemble(
              raw(env, store, TopicNames.WINDOW_READY, Uids.READY_SOURCE),
              raw(env, store, TopicNames.ERASED, Uids.ERASED_SOURCE),
              raw(env, store, TopicNames.REMOVED, Uids.REMOVED_SOURCE),
              ContextJob.sink(settings.digest().stores().contextStorage()));
      case WINDOWS, DIGESTS, ALL ->
          throw new IllegalArgumentException(store + " is not a job of a store");
    }
  }

  /** What digests have become, out of Kafka. */
  DataStream<DigestChange> changes(StreamExecutionEnvironment env, Pipelines store) {
    return DigestChanges.of(
        events(env, store, TopicNames.PERSISTED, Uids.PERSISTED_SOURCE)
            .union(events(env, store, TopicNames.REMOVED, Uids.REMOVED_SOURCE)),
        digests);
  }

  private DataStream<RawRecord> raw(
      StreamExecutionEnvironment env, Pipelines store, String topic, String uid) {
    return events(env, store, topic, uid)
        .map(KafkaJob::raw)
        .returns(TypeInformation.of(RawRecord.class))
        .uid(uid + "-raw")
        .name("with position");
  }

  private DataStream<KafkaRecord> events(
      StreamExecutionEnvironment env, Pipelines store, String topic, String uid) {
    return env.fromSource(
            KafkaSources.reading(endpoints.kafka(), topic)
                .groupId(consumerGroup(settings.consumerGroup(), store))
                .build(),
            KafkaJob.timeless(),
            topic)
        .uid(uid);
  }

  /** Each store has read as far as it has. */
  static String consumerGroup(String group, Pipelines store) {
    return group + "-" + StreamArguments.word(store);
  }

  /** Ends the branch in a sink that keeps the order of its input. */
  static void end(DataStream<DigestChange> changes, Sink<DigestChange> sink, String uid) {
    changes.sinkTo(sink).uid(uid).name(uid);
  }
}
