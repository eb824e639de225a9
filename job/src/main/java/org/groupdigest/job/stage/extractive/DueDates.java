package org.groupdigest.job.stage.extractive;

/** Finds until when something is to be done, as it was said: no calendar arithmetic. */
final class DueDates {

  private final CueWords cues;

  DueDates(CueWords cues) {
    this.cues = cues;
  }

  /** The expression of time in a text, such as {@code by Friday} or {@code до среды}; or null. */
  String find(String text) {
    return cues.find("due", text).map(String::strip).orElse(null);
  }
}
