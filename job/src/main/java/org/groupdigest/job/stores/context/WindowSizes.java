package org.groupdigest.job.stores.context;

import java.util.List;

/** The sizes of scheduled windows. */
final class WindowSizes {

  /** Hours. */
  static final List<Integer> ALL = List.of(4, 6, 12, 24);

  private WindowSizes() {}
}
