package org.groupdigest.job.ingest.file.chatlog;

import java.util.List;
import java.util.stream.Stream;
import org.groupdigest.job.ingest.file.record.DateOrder;

/**
 * Infers the order of day, month and year from all stamps of a text: the order that fits best; of
 * several, the one that phones with this way of writing use.
 */
final class DateOrderInference {

  private final List<OrderEvidence> orders =
      Stream.of(DateOrder.values()).map(OrderEvidence::new).toList();
  private Stamp.Style style;

  /**
   * An order.
   *
   * @param guess whether another order would fit the stamps as well and read them otherwise
   */
  record Inferred(DateOrder order, boolean guess) {}

  void add(Stamp stamp) {
    style = style == null ? stamp.date().style() : style;
    orders.forEach(order -> order.add(stamp));
  }

  Inferred result() {
    long least = orders.stream().mapToLong(OrderEvidence::misfits).min().orElse(0);
    List<OrderEvidence> best = orders.stream().filter(order -> order.misfits() == least).toList();
    OrderEvidence chosen =
        best.stream().filter(order -> order.order() == usual()).findFirst().orElse(best.get(0));
    boolean guess = best.stream().anyMatch(order -> !order.readsAs(chosen));
    return new Inferred(chosen.order(), guess);
  }

  /** American phones alone write slashes and AM or PM in capitals. */
  private DateOrder usual() {
    boolean american = style != null && style.separator() == '/' && style.capitals();
    return american ? DateOrder.MDY : DateOrder.DMY;
  }
}
