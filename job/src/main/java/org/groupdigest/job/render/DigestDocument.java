package org.groupdigest.job.render;

import java.util.ArrayList;
import java.util.List;

/**
 * A digest in words, before it takes a format.
 *
 * @param head title and main thing, never left out
 * @param body points, left out from the end when there is no room
 * @param foot comparison and provenance, never left out
 * @param leftOut points that are not in it because it is told briefly
 */
record DigestDocument(List<Item> head, List<Item> body, List<Item> foot, int leftOut) {

  /** The same with more at its end. */
  DigestDocument with(List<Item> more) {
    List<Item> longer = new ArrayList<>(foot);
    longer.addAll(more);
    return new DigestDocument(head, body, longer, leftOut);
  }

  /** Everything in order. */
  List<Item> items() {
    List<Item> all = new ArrayList<>(head);
    all.addAll(body);
    all.addAll(foot);
    return all;
  }
}
