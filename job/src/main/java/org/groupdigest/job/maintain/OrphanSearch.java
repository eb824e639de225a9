package org.groupdigest.job.maintain;

import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.groupdigest.connectors.redis.RedisKeyPage;
import org.groupdigest.job.persist.ArtifactKey;
import org.groupdigest.job.persist.ArtifactKeys;
import org.groupdigest.job.persist.ArtifactLookup;
import org.groupdigest.job.persist.RedisArtifacts;

/**
 * Finds a tenant's artifacts in Redis whose digest Postgres does not have: it was removed, or never
 * finished. Young ones are of digests that are being made.
 */
final class OrphanSearch {
  private final RecentArtifacts postgres;
  private final RedisArtifacts redis;
  private final Duration grace;
  private final Clock clock;
  private final boolean dryRun;

  OrphanSearch(
      RecentArtifacts postgres, RedisArtifacts redis, Duration grace, Clock clock, boolean dryRun) {
    this.postgres = postgres;
    this.redis = redis;
    this.grace = grace;
    this.clock = clock;
    this.dryRun = dryRun;
  }

  void run(String tenantId, Tally tally) {
    String start = RedisKeyPage.START;
    while (start != null) {
      RedisKeyPage page = Replies.ofRedis(redis.keys(tenantId, start));
      List<ArtifactKey> keys =
          page.keys().stream()
              .distinct()
              .map(ArtifactKeys::parse)
              .flatMap(Optional::stream)
              .toList();
      check(tenantId, keys, tally);
      start = page.next();
    }
  }

  private void check(String tenantId, List<ArtifactKey> keys, Tally tally) {
    Set<String> windows = keys.stream().map(ArtifactKey::windowId).collect(toSet());
    Set<String> known = windows.isEmpty() ? windows : postgres.windowsWithDigest(tenantId, windows);
    List<ArtifactKey> unknown =
        keys.stream().filter(key -> !known.contains(key.windowId())).toList();
    List<String> texts = Replies.allOfRedis(unknown.stream().map(redis::text).toList());
    for (int i = 0; i < unknown.size(); i++) {
      judge(unknown.get(i), texts.get(i), tally);
    }
  }

  private void judge(ArtifactKey key, String text, Tally tally) {
    ArtifactLookup found = redis.read(text);
    if (found instanceof ArtifactLookup.Found artifact) {
      boolean old = artifact.stored().storedAt().plus(grace).isBefore(clock.instant());
      tally.add(Count.ORPHANS_REMOVED, old ? remove(key, text) : 0);
    } else if (text != null) {
      tally.add(Count.UNREADABLE, 1);
    }
  }

  private long remove(ArtifactKey key, String text) {
    return dryRun ? 1 : Replies.ofRedis(redis.removeUnchanged(key, text));
  }
}
