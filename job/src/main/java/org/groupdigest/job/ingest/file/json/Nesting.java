package org.groupdigest.job.ingest.file.json;

import java.util.BitSet;

/** Open brackets, and whether each closing one fits. */
final class Nesting {

  private final BitSet objects = new BitSet();
  private int depth;

  void clear() {
    depth = 0;
  }

  int depth() {
    return depth;
  }

  void open(int bracket) {
    objects.set(depth++, bracket == '{');
  }

  /** Closes the last open bracket; false when this one does not fit it. */
  boolean close(int bracket) {
    return depth > 0 && objects.get(--depth) == (bracket == '}');
  }
}
