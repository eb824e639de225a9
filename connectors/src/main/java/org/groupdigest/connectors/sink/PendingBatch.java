package org.groupdigest.connectors.sink;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.flink.connector.base.sink.writer.ResultHandler;

/**
 * A batch that the store has not wholly taken. It is sent in parts: one at first; a part that is
 * refused is halved until the change to blame stands alone.
 */
final class PendingBatch<EntryT> {
  private final ResultHandler<EntryT> whole;
  private final Deque<List<EntryT>> parts = new ArrayDeque<>();

  PendingBatch(List<EntryT> entries, ResultHandler<EntryT> whole) {
    this.whole = whole;
    parts.add(List.copyOf(entries));
  }

  /** The part to send next. */
  List<EntryT> head() {
    return parts.getFirst();
  }

  /** The head is done; answers whether the batch is. */
  boolean settleHead() {
    parts.removeFirst();
    if (parts.isEmpty()) {
      whole.complete();
    }
    return parts.isEmpty();
  }

  /** Puts the two halves of the head, at least two changes, in its place. */
  void halveHead() {
    List<EntryT> head = parts.removeFirst();
    int middle = head.size() / 2;
    parts.addFirst(head.subList(middle, head.size()));
    parts.addFirst(head.subList(0, middle));
  }

  /** All that is not done yet, in order. */
  List<EntryT> unsettled() {
    List<EntryT> all = new ArrayList<>();
    parts.forEach(all::addAll);
    return all;
  }
}
