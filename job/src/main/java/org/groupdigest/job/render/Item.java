package org.groupdigest.job.render;

import java.util.List;

/**
 * Lines that stay together: where a digest is cut, it is cut between two of these.
 *
 * @param lines its lines
 * @param gapBefore whether an empty line stands before it
 * @param points how many points a reader misses without it
 */
record Item(List<Line> lines, boolean gapBefore, int points) {

  static Item of(Line line) {
    return new Item(List.of(line), false, 1);
  }
}
