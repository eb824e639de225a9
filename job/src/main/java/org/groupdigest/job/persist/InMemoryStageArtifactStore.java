package org.groupdigest.job.persist;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.groupdigest.job.model.StageArtifact;

/** Artifacts without Redis, with the same promises; for one process. */
public final class InMemoryStageArtifactStore implements StageArtifactStore {
  private final Map<String, Value> values = new HashMap<>();
  private final ArtifactCodec codec;
  private final Clock clock;

  /** An empty store whose values age by this clock. */
  public InMemoryStageArtifactStore(SchemaVersions schemas, Clock clock) {
    this.codec = new ArtifactCodec(schemas);
    this.clock = clock;
  }

  @Override
  public synchronized CompletionStage<ArtifactLookup> find(ArtifactKey key) {
    Value value = living(key);
    return CompletableFuture.completedFuture(
        value == null
            ? new ArtifactLookup.Missing(ArtifactLookup.Reason.ABSENT)
            : codec.read(value.text()));
  }

  @Override
  public synchronized CompletionStage<Saved> save(
      ArtifactKey key, StageArtifact artifact, int attempt, String traceId) {
    Instant now = clock.instant();
    values.values().removeIf(value -> !value.expires().isAfter(now));
    Value stored = values.get(key.redisKey());
    if (stored != null && stored.attempt() > attempt) {
      return CompletableFuture.completedFuture(Saved.KEPT_NEWER);
    }
    String text = codec.write(new StoredArtifact(artifact, attempt, traceId, now));
    values.put(key.redisKey(), new Value(text, attempt, now.plus(TTL)));
    return CompletableFuture.completedFuture(Saved.STORED);
  }

  private Value living(ArtifactKey key) {
    Value value = values.get(key.redisKey());
    return value != null && value.expires().isAfter(clock.instant()) ? value : null;
  }

  private record Value(String text, int attempt, Instant expires) {}
}
