package org.groupdigest.job.maintain;

import static org.groupdigest.job.maintain.StepName.ARCHIVE;
import static org.groupdigest.job.maintain.StepName.INTEGRITY;
import static org.groupdigest.job.maintain.StepName.RECONCILE;
import static org.groupdigest.job.maintain.StepName.RETENTION;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a step counts; the names stand in reports and stay. */
public enum Count {
  /** Artifacts in Postgres that Redis should have. */
  CHECKED(RECONCILE),
  /** Those that were missing there or said something else, and are there now. */
  REPAIRED(RECONCILE),
  /** Those of which Redis has a newer attempt, which stays. */
  NEWER_KEPT(RECONCILE),
  /** Artifacts in Redis whose digest Postgres does not have. */
  ORPHANS_REMOVED(RECONCILE),
  /** Values in Redis that this version cannot read; left alone. */
  UNREADABLE(RECONCILE),
  /** Artifacts in Postgres whose checksum is not that of their payload; left alone. */
  DAMAGED(RECONCILE),

  /** Digests whose artifacts went to S3. */
  DIGESTS_ARCHIVED(ARCHIVE),
  /** Artifacts that were removed from Postgres after that. */
  ARTIFACTS_REMOVED(ARCHIVE),
  /** Digests whose archive was not what had been stored; nothing was removed. */
  UNVERIFIED(ARCHIVE),
  /** Digests with an artifact whose checksum is not that of its payload; left alone. */
  DIGESTS_DAMAGED(ARCHIVE),
  /** Archives from before something was erased, removed. */
  OUTDATED_REMOVED(ARCHIVE),

  /** Digests that were too old. */
  DIGESTS_REMOVED(RETENTION),
  /** Removals that were announced, whoever had removed the digest. */
  REMOVALS_ANNOUNCED(RETENTION),
  /** Removals that are still to be announced. */
  REMOVALS_PENDING(RETENTION),
  /** Answers of models that were too old. */
  PAID_ANSWERS_REMOVED(RETENTION),

  /** Artifacts whose references were counted. */
  ARTIFACTS(INTEGRITY),
  /** Those that name no message; they have no share. */
  WITHOUT_REFERENCES(INTEGRITY),
  /** Those from which something was erased; left out. */
  ERASED(INTEGRITY),
  /** Those of digests of which it is not known what they were made from; left out. */
  WITHOUT_SOURCES(INTEGRITY),
  /** Those whose share is not the one that was stored with them. */
  DIFFERENT(INTEGRITY);

  private final StepName step;

  Count(StepName step) {
    this.step = step;
  }

  /** What a step counts, in order. */
  static List<Count> of(StepName step) {
    return Stream.of(values()).filter(count -> count.step == step).toList();
  }

  /** The name in reports: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
