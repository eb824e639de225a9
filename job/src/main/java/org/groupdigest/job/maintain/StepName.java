package org.groupdigest.job.maintain;

import java.util.Locale;

/** The steps of maintenance, in their order; the names stand in reports and metrics and stay. */
public enum StepName {
  /** Redis is brought to what Postgres says. */
  RECONCILE,
  /** Artifacts that are old go to S3. */
  ARCHIVE,
  /** Digests and paid answers that are old are removed, and removals announced. */
  RETENTION,
  /** References of stages are counted. */
  INTEGRITY;

  /** The name in reports and metrics: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
