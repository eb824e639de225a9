package org.groupdigest.job.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The stages of a digest; state type: constants are only ever added. */
public enum Stage {
  INGEST_VALIDATOR,
  THREAD_BUILDER,
  SEGMENTER_AGENT,
  EMOTION_AGENT,
  ROLES_AGENT,
  TOPIC_AGENT,
  SYNTHESIS_AGENT,
  EVALUATION_AGENT,
  DELIVERY_MANAGER;

  /** The name on the wire, in keys, rows and metric labels: lower case. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a wire name; an unknown one is an {@link IllegalArgumentException}. */
  @JsonCreator
  public static Stage of(String wireName) {
    return valueOf(wireName.toUpperCase(Locale.ROOT));
  }
}
