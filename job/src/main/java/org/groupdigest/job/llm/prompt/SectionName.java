package org.groupdigest.job.llm.prompt;

import java.util.Locale;

/** The sections that the data of a prompt may have. */
enum SectionName {
  WINDOW,
  PARTICIPANTS,
  MESSAGES,
  MEDIA,
  UNITS,
  EMOTIONS,
  ROLES,
  TOPICS,
  PREVIOUS,
  DIGEST,
  EXCERPT,
  NOTES;

  /** The name behind {@code ##}: lower case. */
  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
