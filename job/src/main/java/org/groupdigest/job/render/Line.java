package org.groupdigest.job.render;

import java.util.List;

/**
 * A line of a digest.
 *
 * @param kind what it is for
 * @param spans its text
 */
record Line(Kind kind, List<Span> spans) {

  /** What lines are for. */
  enum Kind {
    TITLE,
    TOPIC,
    TEXT,
    HEADING,
    BULLET,
    FOOTER
  }
}
