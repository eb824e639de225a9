package org.groupdigest.job.maintain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.groupdigest.job.persist.ArtifactKey;
import org.groupdigest.job.persist.ArtifactLookup;
import org.groupdigest.job.persist.RedisArtifacts;
import org.groupdigest.job.persist.StageArtifactStore;
import org.groupdigest.job.persist.StageArtifactStore.Saved;

/**
 * Brings the artifacts in Redis to what Postgres says: those that are missing, damaged or of
 * another making are written with what is left of their time, those without a digest are removed.
 */
final class ReconcileStep implements MaintenanceStep {
  /** What has less left of its time is gone before anyone could miss it. */
  private static final Duration HARDLY_ANY_TIME = Duration.ofMinutes(1);

  private final RecentArtifacts postgres;
  private final RedisArtifacts redis;
  private final OrphanSearch orphans;
  private final Clock clock;
  private final boolean dryRun;

  /**
   * @param redis null when there is none
   */
  ReconcileStep(
      RecentArtifacts postgres,
      RedisArtifacts redis,
      Duration orphanGrace,
      Clock clock,
      boolean dryRun) {
    this.postgres = postgres;
    this.redis = redis;
    this.orphans = new OrphanSearch(postgres, redis, orphanGrace, clock, dryRun);
    this.clock = clock;
    this.dryRun = dryRun;
  }

  @Override
  public StepName name() {
    return StepName.RECONCILE;
  }

  @Override
  public Optional<String> unavailable() {
    return redis == null ? Optional.of("DIGEST_REDIS_URI is not set") : Optional.empty();
  }

  @Override
  public void run(String tenantId, Tally tally) {
    Instant after = clock.instant().minus(StageArtifactStore.TTL).plus(HARDLY_ANY_TIME);
    List<RecentArtifact> page = postgres.page(tenantId, after, null);
    while (!page.isEmpty()) {
      checkAll(tenantId, page, tally);
      page = postgres.page(tenantId, after, page.get(page.size() - 1));
    }
    orphans.run(tenantId, tally);
  }

  private void checkAll(String tenantId, List<RecentArtifact> page, Tally tally) {
    List<RecentArtifact> broken = toBeRepaired(page, tally);
    if (dryRun) {
      tally.add(Count.REPAIRED, broken.size());
    } else {
      broken.stream()
          .collect(groupingBy(RecentArtifact::digestId, LinkedHashMap::new, toList()))
          .forEach((digestId, ofDigest) -> repair(tenantId, digestId, ofDigest, tally));
    }
  }

  private List<RecentArtifact> toBeRepaired(List<RecentArtifact> page, Tally tally) {
    List<String> texts =
        Replies.allOfRedis(page.stream().map(wanted -> redis.text(wanted.key())).toList());
    List<RecentArtifact> broken = new ArrayList<>();
    for (int i = 0; i < page.size(); i++) {
      ArtifactLookup found = redis.read(texts.get(i));
      switch (page.get(i).compare(found)) {
        case SAME -> {}
        case TO_BE_REPAIRED -> broken.add(page.get(i));
        case NEWER -> tally.add(Count.NEWER_KEPT, 1);
        case NOT_UNDERSTOOD -> tally.add(Count.UNREADABLE, 1);
      }
    }
    tally.add(Count.CHECKED, page.size());
    return broken;
  }

  private void repair(
      String tenantId, String digestId, List<RecentArtifact> ofDigest, Tally tally) {
    Map<String, ArtifactKey> keys =
        ofDigest.stream()
            .map(RecentArtifact::key)
            .collect(toMap(key -> key.stage().wireName(), Function.identity()));
    postgres.whileLocked(
        tenantId,
        digestId,
        keys.keySet(),
        (row, attempt) -> tally.add(restore(keys.get(row.stage()), row, attempt), 1));
  }

  private Count restore(ArtifactKey key, ArtifactRow row, int attempt) {
    Duration left = Duration.between(clock.instant(), row.storedAt().plus(StageArtifactStore.TTL));
    if (!row.isWhole()) {
      return Count.DAMAGED;
    }
    Saved saved = Replies.await("redis", redis.restore(key, row.stored(attempt), left));
    if (saved == Saved.UNAVAILABLE) {
      throw new StepFailure("redis_unavailable");
    }
    return saved == Saved.STORED ? Count.REPAIRED : Count.NEWER_KEPT;
  }
}
