package org.groupdigest.job.llm;

import java.util.Locale;

/** What a stage asks for instead of a model; the settings say which model that is. */
public enum Tier {
  BASE,
  PRO,
  MAX;

  /** The name in settings: lower case. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads a name; an unknown one is an {@link IllegalArgumentException}. */
  public static Tier of(String name) {
    return valueOf(name.trim().toUpperCase(Locale.ROOT));
  }
}
