package org.groupdigest.job.llm.prompt;

/**
 * A record of the data.
 *
 * @param group line that stands once before all neighbours with the same one, or null
 * @param text the record, on one line
 * @param rank how soon it may be left out when there is no room: the highest first; {@link #KEEP}
 *     for never
 * @param units UTF-16 units of the text that it is there for
 * @param lost how many of those are not shown
 */
record DataLine(String group, String text, int rank, int units, int lost) {

  /** The rank of what is never left out. */
  static final int KEEP = -1;

  /** A record that is never left out. */
  static DataLine kept(String text) {
    return new DataLine(null, text, KEEP, 0, 0);
  }

  boolean mayGo() {
    return rank != KEEP;
  }
}
