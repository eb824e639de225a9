package org.groupdigest.job.maintain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Moves artifacts that are older than some days from Postgres to S3, a digest at a time: written,
 * read again, and only then removed, so that breaking off anywhere loses nothing. Archives that
 * still say what was erased later are removed.
 */
final class ArchiveStep implements MaintenanceStep {
  /** For how long after an erasure its archive is looked for; it is gone after the first look. */
  private static final Duration ERASURES = Duration.ofDays(30);

  private final OldArtifacts postgres;
  private final ArtifactArchive archive;
  private final int days;
  private final Clock clock;
  private final boolean dryRun;

  /**
   * @param archive null when there is none
   * @param days age from which artifacts are archived
   */
  ArchiveStep(
      OldArtifacts postgres, ArtifactArchive archive, int days, Clock clock, boolean dryRun) {
    this.postgres = postgres;
    this.archive = archive;
    this.days = days;
    this.clock = clock;
    this.dryRun = dryRun;
  }

  @Override
  public StepName name() {
    return StepName.ARCHIVE;
  }

  @Override
  public Optional<String> unavailable() {
    return archive == null ? Optional.of("DIGEST_S3_BUCKET is not set") : Optional.empty();
  }

  @Override
  public void run(String tenantId, Tally tally) {
    archiveOld(tenantId, tally);
    removeOutdated(tenantId, tally);
    if (tally.get(Count.UNVERIFIED) > 0) {
      throw new StepFailure("s3_unverified");
    }
  }

  private void archiveOld(String tenantId, Tally tally) {
    Instant before = clock.instant().minus(Duration.ofDays(days));
    List<String> page = postgres.digests(tenantId, before, "");
    while (!page.isEmpty()) {
      for (String digestId : page) {
        int removed =
            postgres.removeIf(tenantId, digestId, before, digest -> isSafe(digest, tally));
        tally.add(Count.ARTIFACTS_REMOVED, removed);
      }
      page = postgres.digests(tenantId, before, page.get(page.size() - 1));
    }
  }

  private boolean isSafe(ArchivedDigest digest, Tally tally) {
    if (!digest.isWhole()) {
      tally.add(Count.DIGESTS_DAMAGED, 1);
      return false;
    }
    if (dryRun) {
      tally.add(Count.DIGESTS_ARCHIVED, 1);
      tally.add(Count.ARTIFACTS_REMOVED, digest.artifacts().size());
      return false;
    }
    boolean kept = archive.keep(digest.object());
    tally.add(kept ? Count.DIGESTS_ARCHIVED : Count.UNVERIFIED, 1);
    return kept;
  }

  private void removeOutdated(String tenantId, Tally tally) {
    Instant since = clock.instant().minus(ERASURES);
    List<ArchivedDigest> page = postgres.erased(tenantId, since, "");
    while (!page.isEmpty()) {
      page.forEach(digest -> removeOutdated(digest, tally));
      page = postgres.erased(tenantId, since, page.get(page.size() - 1).digestId());
    }
  }

  private void removeOutdated(ArchivedDigest digest, Tally tally) {
    long archived = archive.attempt(digest.key());
    if (archived > 0 && archived < digest.attempt()) {
      if (!dryRun) {
        archive.remove(digest.key());
      }
      tally.add(Count.OUTDATED_REMOVED, 1);
    }
  }
}
