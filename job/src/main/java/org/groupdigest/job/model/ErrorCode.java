package org.groupdigest.job.model;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a record ended as a dead letter: a closed set with stable names, constants only added. */
public enum ErrorCode {
  /** Not JSON, or not UTF-8. */
  NOT_JSON("fix the producer, then replay"),
  /** JSON that breaks the event's schema. */
  SCHEMA_VIOLATION("fix the producer, then replay"),
  /** Over the size limit of one record. */
  TOO_LARGE("split the message at the producer"),
  /** An event type or version that this job does not know. */
  UNKNOWN_EVENT_TYPE("upgrade the job or fix the producer, then replay"),
  /** A stage gave nothing that the guards accept, and neither did the fallback. */
  STAGE_FAILED("inspect the stage's notes, then replay the window"),
  /** The digest stayed under the quality threshold. */
  QUALITY_BELOW_THRESHOLD("review the digest: approve or reject"),
  /** A store refused the digest. */
  PERSIST_FAILED("check the store, then replay the window"),
  /** A channel refused the digest. */
  DELIVERY_FAILED("check the channel's address and rights, then replay");

  private final String nextAction;

  ErrorCode(String nextAction) {
    this.nextAction = nextAction;
  }

  /** What an operator should do. */
  public String nextAction() {
    return nextAction;
  }

  /** The name on the wire: lower case. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
