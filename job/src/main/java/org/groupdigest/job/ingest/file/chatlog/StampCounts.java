package org.groupdigest.job.ingest.file.chatlog;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts of the stamps of one form in a text. */
final class StampCounts {

  /** Far more than a group has members. */
  private static final int MAX_SENDERS = 50_000;

  /** Lengths of day, month and hour, one or two digits each, and the halves of the day. */
  private static final int MAX_SKELETONS = 64;

  private final String shape;
  private final DateOrderInference order = new DateOrderInference();
  private final Map<String, Integer> skeletons = new HashMap<>();
  private final Set<String> senders = new HashSet<>();
  private long count;

  StampCounts(String shape) {
    this.shape = shape;
  }

  /** The form that most stamps have, or null without any. */
  static StampCounts most(Collection<StampCounts> all) {
    return all.stream()
        .max(Comparator.comparingLong((StampCounts c) -> c.count).thenComparing(c -> c.shape))
        .orElse(null);
  }

  void add(String line, Stamp stamp) {
    count++;
    order.add(stamp);
    String skeleton = DamagedStart.skeleton(LineStart.of(line.substring(0, stamp.restAt())).text());
    if (skeletons.containsKey(skeleton) || skeletons.size() < MAX_SKELETONS) {
      skeletons.merge(skeleton, 1, Integer::sum);
    }
    String sender = Sender.of(line, stamp.restAt());
    if (sender != null && senders.size() < MAX_SENDERS) {
      senders.add(sender);
    }
  }

  String shape() {
    return shape;
  }

  DateOrderInference.Inferred order() {
    return order.result();
  }

  Set<String> skeletons() {
    return skeletons.keySet();
  }

  Set<String> senders() {
    return senders;
  }
}
