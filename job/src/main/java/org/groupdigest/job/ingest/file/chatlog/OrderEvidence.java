package org.groupdigest.job.ingest.file.chatlog;

import java.time.Duration;
import java.time.LocalDateTime;
import org.groupdigest.job.ingest.file.record.DateOrder;

/**
 * Misfit of the stamps of a text with one order of day, month and year: dates that do not exist,
 * time that goes back, years before there was such a messenger.
 */
final class OrderEvidence {

  /** Clocks are put back by this much in autumn. */
  private static final Duration CLOCK_CHANGE = Duration.ofHours(1);

  private static final int FIRST_YEAR = 2009;
  private static final int LAST_YEAR = 2099;

  private final DateOrder order;
  private LocalDateTime last;
  private long misfits;
  private int times;

  OrderEvidence(DateOrder order) {
    this.order = order;
  }

  void add(Stamp stamp) {
    LocalDateTime time = stamp.in(order);
    if (time == null) {
      misfits++;
      return;
    }
    boolean back = last != null && time.isBefore(last.minus(CLOCK_CHANGE));
    boolean odd = time.getYear() < FIRST_YEAR || time.getYear() > LAST_YEAR;
    misfits += back || odd ? 1 : 0;
    last = time;
    times = 31 * times + time.hashCode();
  }

  DateOrder order() {
    return order;
  }

  long misfits() {
    return misfits;
  }

  /** Whether both read every stamp as the same time. */
  boolean readsAs(OrderEvidence other) {
    return times == other.times && misfits == other.misfits;
  }
}
