package org.groupdigest.job.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a window exists; state type: constants are only ever added. */
public enum WindowKind {
  /** Cut by the tenant's calendar; part of the chain of baselines. */
  SCHEDULED,
  /** Asked for by {@code digest.generate.requested}; compared with the chain, not part of it. */
  REQUESTED;

  /** The name on the wire: lower case. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
