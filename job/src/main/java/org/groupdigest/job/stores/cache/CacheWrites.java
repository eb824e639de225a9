package org.groupdigest.job.stores.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.connector.base.sink.writer.ElementConverter;
import org.groupdigest.connectors.redis.RedisWrite;
import org.groupdigest.job.model.BaselineSnapshot;
import org.groupdigest.job.model.DigestRecord;
import org.groupdigest.job.model.Stage;
import org.groupdigest.job.model.StageArtifact;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;
import org.groupdigest.job.persist.ArtifactKey;
import org.groupdigest.job.persist.BaselinePointer;
import org.groupdigest.job.persist.CachedArtifact;
import org.groupdigest.job.persist.RedisKeys;
import org.groupdigest.job.persist.StageArtifactStore;
import org.groupdigest.job.persist.StoredArtifact;
import org.groupdigest.job.quality.BaselineComparison;
import org.groupdigest.job.stores.DigestChange;

/**
 * What becomes of a digest's keys. Times count from the end of its window, so that a replay gives
 * the same values: artifacts live for what is left of {@link StageArtifactStore#TTL}, the pointer
 * for what is left of {@link BaselinePointer#KEPT_FOR}, and what is older than that is not written.
 *
 * <p>A removal names neither the size of the window nor its end, so it takes the group's pointers
 * of all sizes; the next digest sets its own again.
 */
public final class CacheWrites implements ElementConverter<DigestChange, List<RedisWrite>> {

  private static final long serialVersionUID = 1L;

  /** Sizes of windows, see {@link org.groupdigest.job.model.TenantPolicy#windowHours()}. */
  private static final List<Integer> SIZES = List.of(4, 6, 12, 24);

  // The clock of the system is serializable.
  @SuppressWarnings("serial")
  private final Clock clock;

  /**
   * @param clock serializable, says how old a digest is
   */
  public CacheWrites(Clock clock) {
    this.clock = clock;
  }

  @Override
  public List<RedisWrite> apply(DigestChange change, SinkWriter.Context context) {
    return change.isRemoval() ? removed(change) : kept(change);
  }

  private static List<RedisWrite> removed(DigestChange change) {
    List<RedisWrite> writes = new ArrayList<>();
    for (Stage stage : Stage.values()) {
      writes.add(RedisWrite.delete(artifactKey(change, stage)));
    }
    for (int hours : SIZES) {
      writes.add(RedisWrite.delete(RedisKeys.baseline(change.group(), hours)));
    }
    return writes;
  }

  private List<RedisWrite> kept(DigestChange change) {
    Instant end = change.digest().window().end();
    List<RedisWrite> writes = new ArrayList<>();
    Duration left = left(StageArtifactStore.TTL, end);
    if (isTime(left)) {
      last(change.digest()).values().forEach(made -> writes.add(artifact(change, made, left)));
    }
    Duration pointed = left(BaselinePointer.KEPT_FOR, end);
    if (isTime(pointed) && change.digest().window().kind() == WindowKind.SCHEDULED) {
      pointer(change, pointed, writes);
    }
    return writes;
  }

  /** One artifact a stage: where a stage was repeated, what it came to in the end. */
  private static Map<Stage, StageArtifact> last(DigestRecord digest) {
    Map<Stage, StageArtifact> last = new EnumMap<>(Stage.class);
    digest.artifacts().forEach(artifact -> last.put(artifact.stage(), artifact));
    return last;
  }

  private static RedisWrite artifact(DigestChange change, StageArtifact artifact, Duration left) {
    DigestRecord digest = change.digest();
    StoredArtifact stored =
        new StoredArtifact(artifact, change.attempt(), digest.traceId(), digest.window().end());
    return RedisWrite.setUnlessNewer(
        artifactKey(change, artifact.stage()), CachedArtifact.text(stored), change.attempt(), left);
  }

  /** A window without a summary is nobody's baseline, and after an erasure no longer one. */
  private static void pointer(DigestChange change, Duration left, List<RedisWrite> writes) {
    DigestRecord digest = change.digest();
    WindowRef window = digest.window();
    String key = RedisKeys.baseline(change.group(), window.hours());
    long order = BaselinePointer.order(window.end(), change.attempt());
    if (digest.synthesis() != null) {
      String text = BaselinePointer.of(change.digestId(), snapshot(digest)).text();
      writes.add(RedisWrite.setIfNewer(key, text, order, left));
    } else if (change.attempt() > 1) {
      writes.add(RedisWrite.deleteIfNewer(key, order, left));
    }
  }

  private static BaselineSnapshot snapshot(DigestRecord digest) {
    Double quality = digest.evaluation() == null ? null : (Double) digest.evaluation().weakest();
    return BaselineComparison.snapshot(
        digest.window(), digest.topics(), digest.baselineDelta(), quality);
  }

  private static String artifactKey(DigestChange change, Stage stage) {
    return new ArtifactKey(change.group(), change.windowId(), stage).redisKey();
  }

  private Duration left(Duration whole, Instant from) {
    Duration left = whole.minus(Duration.between(from, clock.instant()));
    return left.compareTo(whole) > 0 ? whole : left;
  }

  private static boolean isTime(Duration left) {
    return left.toMillis() > 0;
  }
}
