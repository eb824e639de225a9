package org.groupdigest.job.sim.fault;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a lying answer says wrongly: a closed set with stable names. */
public enum LieKind {
  /** Something is said to be by or for somebody who has no part in it. */
  WRONG_AUTHOR,
  /** A message is cited that is not in the prompt. */
  FOREIGN_ID,
  /** A number differs from the sources. */
  CHANGED_NUMBER,
  /** A day differs from the sources. */
  CHANGED_DATE,
  /** Somebody is named who is not there. */
  INVENTED_PARTICIPANT,
  /** Something is said to be decided that nobody spoke of. */
  INVENTED_DECISION;

  /** The name on the wire and in options: lower case. */
  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of this name, if there is one. */
  public static Optional<LieKind> of(String wireName) {
    return Arrays.stream(values()).filter(one -> one.wireName().equals(wireName)).findFirst();
  }
}
