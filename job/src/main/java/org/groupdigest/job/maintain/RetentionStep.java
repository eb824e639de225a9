package org.groupdigest.job.maintain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.groupdigest.job.config.StoreSettings.Retention;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.events.EventEnvelope;
import org.groupdigest.job.model.events.Events;
import org.groupdigest.job.model.events.Payloads;
import org.groupdigest.job.persist.DigestRemover;
import org.groupdigest.job.persist.PostgresPaidAnswers;
import org.groupdigest.job.persist.RemovedDigest;
import org.groupdigest.job.stores.ObjectKeys;

/**
 * Removes digests and paid answers that are too old, and announces every removal that was not
 * announced yet, whoever made it. A removal counts as announced only when its archive is gone and
 * Kafka has the event, so that breaking off anywhere leaves something to repeat and nothing to
 * miss.
 */
final class RetentionStep implements MaintenanceStep {
  private static final String REASON = "retention";
  private static final Events EVENTS = new Events("maintenance");

  /**
   * What it works on.
   *
   * @param removals what there is to do
   * @param remover removes digests
   * @param paidAnswers removes paid answers
   * @param archive archives of digests, null when there are none
   * @param announcer tells others, null when there is nobody to tell
   */
  record Stores(
      Removals removals,
      DigestRemover remover,
      PostgresPaidAnswers paidAnswers,
      ArtifactArchive archive,
      RemovalAnnouncer announcer) {}

  private final Stores stores;
  private final Retention retention;
  private final Clock clock;
  private final boolean dryRun;

  RetentionStep(Stores stores, Retention retention, Clock clock, boolean dryRun) {
    this.stores = stores;
    this.retention = retention;
    this.clock = clock;
    this.dryRun = dryRun;
  }

  @Override
  public StepName name() {
    return StepName.RETENTION;
  }

  @Override
  public Optional<String> unavailable() {
    return Optional.empty();
  }

  @Override
  public void run(String tenantId, Tally tally) {
    if (retention.digestDays() > 0) {
      removeDigests(tenantId, ago(retention.digestDays()), tally);
    }
    removePaidAnswers(tenantId, ago(retention.paidCallDays()), tally);
    announceAll(tenantId, tally);
  }

  private Instant ago(int days) {
    return clock.instant().minus(Duration.ofDays(days));
  }

  private void removeDigests(String tenantId, Instant before, Tally tally) {
    for (Removals.OldGroup old : stores.removals().groups(tenantId, before)) {
      if (!dryRun) {
        Replies.ofPostgres(stores.remover().removeBefore(old.group(), before, REASON));
      }
      tally.add(Count.DIGESTS_REMOVED, old.digests());
    }
  }

  private void removePaidAnswers(String tenantId, Instant before, Tally tally) {
    long removed =
        dryRun
            ? stores.removals().paidAnswers(tenantId, before)
            : Replies.ofPostgres(stores.paidAnswers().removeBefore(tenantId, before));
    tally.add(Count.PAID_ANSWERS_REMOVED, removed);
  }

  private void announceAll(String tenantId, Tally tally) {
    List<RemovedDigest> page = stores.removals().pending(tenantId, "");
    while (!page.isEmpty()) {
      if (dryRun || stores.announcer() == null) {
        tally.add(Count.REMOVALS_PENDING, page.size());
      } else {
        announce(tenantId, page);
        tally.add(Count.REMOVALS_ANNOUNCED, page.size());
      }
      page = stores.removals().pending(tenantId, page.get(page.size() - 1).digestId());
    }
  }

  private void announce(String tenantId, List<RemovedDigest> page) {
    if (stores.archive() != null) {
      page.forEach(
          gone -> stores.archive().remove(ObjectKeys.artifacts(group(gone), gone.digestId())));
    }
    stores.announcer().announce(page.stream().map(RetentionStep::event).toList());
    List<String> digestIds = page.stream().map(RemovedDigest::digestId).toList();
    stores.removals().announced(tenantId, digestIds, clock.instant());
  }

  private static EventEnvelope event(RemovedDigest gone) {
    return EVENTS.removed(
        group(gone),
        new Payloads.Removed(gone.windowId(), gone.digestId(), gone.reason()),
        gone.traceId(),
        gone.removedAt());
  }

  private static GroupKey group(RemovedDigest gone) {
    return new GroupKey(gone.tenantId(), gone.groupId());
  }
}
