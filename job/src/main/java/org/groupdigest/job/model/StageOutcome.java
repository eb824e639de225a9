package org.groupdigest.job.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a stage came to its artifact; state type: constants are only ever added. */
public enum StageOutcome {
  OK,
  REPAIRED,
  RETRY,
  FALLBACK,
  DEGRADED,
  CACHED;

  /** The name on the wire: lower case. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
