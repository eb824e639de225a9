package org.groupdigest.job.maintain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.groupdigest.job.model.Stage;

/**
 * Counts for each stage how many of the messages that it names are messages of its digest, over the
 * windows that ended in the last 7 days and in the 7 days before. Reads only.
 */
final class IntegrityStep implements MaintenanceStep {
  private static final Duration STRETCH = Duration.ofDays(7);
  private static final double ROUNDING = 1e-9;

  private final DigestReferences postgres;
  private final Instant now;
  private final IntegrityTrend trend = new IntegrityTrend();

  IntegrityStep(DigestReferences postgres, Clock clock) {
    this.postgres = postgres;
    this.now = clock.instant();
  }

  @Override
  public StepName name() {
    return StepName.INTEGRITY;
  }

  @Override
  public Optional<String> unavailable() {
    return Optional.empty();
  }

  /** What was found of the tenants so far. */
  List<StageIntegrity> trend() {
    return trend.stages();
  }

  @Override
  public void run(String tenantId, Tally tally) {
    Instant since = now.minus(STRETCH).minus(STRETCH);
    DigestReferences.Page page = postgres.page(tenantId, since, now, "");
    while (page.last() != null) {
      for (DigestReferences.OfDigest artifact : page.artifacts()) {
        tally.add(count(artifact, page.messagesOf(artifact.digestId()), tally), 1);
      }
      page = postgres.page(tenantId, since, now, page.last());
    }
  }

  private Count count(DigestReferences.OfDigest artifact, Set<String> messages, Tally tally) {
    if (artifact.row().isErased()) {
      return Count.ERASED;
    }
    References references = References.of(artifact.row().payload());
    if (references.isEmpty()) {
      return Count.WITHOUT_REFERENCES;
    }
    if (messages.isEmpty()) {
      return Count.WITHOUT_SOURCES;
    }
    double share = references.shareIn(messages);
    boolean asStored = Math.abs(share - artifact.row().boundaryIntegrity()) < ROUNDING;
    boolean recent = artifact.windowEnd().isAfter(now.minus(STRETCH));
    trend.add(Stage.of(artifact.row().stage()), recent, share, asStored);
    tally.add(Count.DIFFERENT, asStored ? 0 : 1);
    return Count.ARTIFACTS;
  }
}
