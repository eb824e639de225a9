package org.groupdigest.job.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a media item is; state type: constants are only ever added. */
public enum MediaKind {
  IMAGE,
  VIDEO,
  AUDIO,
  DOCUMENT,
  STICKER,
  OTHER;

  /** The name on the wire: lower case. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a wire name; what is not known is {@link #OTHER}. */
  @JsonCreator
  public static MediaKind of(String wireName) {
    for (MediaKind kind : values()) {
      if (kind.wireName().equalsIgnoreCase(wireName)) {
        return kind;
      }
    }
    return OTHER;
  }
}
