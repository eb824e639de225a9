package org.groupdigest.job.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a window ended; state type: constants are only ever added. */
public enum DigestStatus {
  READY,
  BLOCKED_RBAC,
  BLOCKED_QUALITY,
  BLOCKED_QUOTA,
  BLOCKED_FEATURE_FLAG,
  BLOCKED_FAILURE,
  SKIPPED_EMPTY_WINDOW,
  SKIPPED_TOO_FEW_MESSAGES;

  /** The name on the wire: lower case. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
