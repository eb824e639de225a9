package org.groupdigest.job.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.MapState;
import org.groupdigest.job.model.Message;

/**
 * The messages of one group, once, in slices of an hour: a slot is the slice's number in the upper
 * 32 bits and a count from 0 in the lower ones. Adding is one read and two writes, a window reads
 * its slices by slot, an old slice is dropped slot by slot; nothing is scanned but for the erasure
 * of a sender, and nothing is ever rewritten.
 */
final class MessageStore {

  static final long SLICE_MILLIS = 3_600_000L;

  /** Time order; equal times by id, numbers as numbers. */
  private static final Comparator<StoredMessage> TIME_ORDER =
      Comparator.comparing((StoredMessage stored) -> stored.message().postedAt())
          .thenComparing(stored -> stored.messageId().length())
          .thenComparing(StoredMessage::messageId);

  private final MapState<Long, StoredMessage> slots;
  private final MapState<Long, Integer> slices;

  MessageStore(MapState<Long, StoredMessage> slots, MapState<Long, Integer> slices) {
    this.slots = slots;
    this.slices = slices;
  }

  /** Adds at a time; gives the slot. */
  long add(long atMillis, StoredMessage stored) throws Exception {
    long slice = sliceOf(atMillis);
    Integer used = slices.get(slice);
    int next = used == null ? 0 : used;
    slices.put(slice, next + 1);
    long slot = (slice << 32) | next;
    slots.put(slot, stored);
    return slot;
  }

  StoredMessage get(long slot) throws Exception {
    return slots.get(slot);
  }

  void replace(long slot, StoredMessage stored) throws Exception {
    slots.put(slot, stored);
  }

  /** Keeps nothing of a message but its id. */
  void forget(long slot, String messageId) throws Exception {
    slots.put(slot, StoredMessage.nameOf(messageId));
  }

  /** All that one sender wrote, by slot. Reads every message: for rare requests. */
  Map<Long, StoredMessage> writtenBy(String senderId) throws Exception {
    Map<Long, StoredMessage> found = new HashMap<>();
    for (Map.Entry<Long, StoredMessage> entry : slots.entries()) {
      Message message = entry.getValue().message();
      if (message != null && message.senderId().equals(senderId)) {
        found.put(entry.getKey(), entry.getValue());
      }
    }
    return found;
  }

  /** What was posted from {@code startMillis} until before {@code endMillis}, in time order. */
  List<StoredMessage> between(long startMillis, long endMillis) throws Exception {
    List<StoredMessage> found = new ArrayList<>();
    for (long slice = sliceOf(startMillis); slice <= sliceOf(endMillis - 1); slice++) {
      Integer used = slices.get(slice);
      for (int i = 0; used != null && i < used; i++) {
        StoredMessage stored = slots.get((slice << 32) | i);
        if (isWithin(stored.message(), startMillis, endMillis)) {
          found.add(stored);
        }
      }
    }
    found.sort(TIME_ORDER);
    return found;
  }

  private static boolean isWithin(Message message, long startMillis, long endMillis) {
    if (message == null) {
      return false;
    }
    long at = message.postedAt().toEpochMilli();
    return at >= startMillis && at < endMillis;
  }

  /** Drops the slices that ended at or before a time; gives the ids that were in them. */
  List<String> dropUntil(long untilMillis) throws Exception {
    List<String> ids = new ArrayList<>();
    for (Map.Entry<Long, Integer> slice : old(untilMillis)) {
      for (int i = 0; i < slice.getValue(); i++) {
        long slot = (slice.getKey() << 32) | i;
        ids.add(slots.get(slot).messageId());
        slots.remove(slot);
      }
      slices.remove(slice.getKey());
    }
    return ids;
  }

  private List<Map.Entry<Long, Integer>> old(long untilMillis) throws Exception {
    List<Map.Entry<Long, Integer>> found = new ArrayList<>();
    for (Map.Entry<Long, Integer> slice : slices.entries()) {
      if ((slice.getKey() + 1) * SLICE_MILLIS <= untilMillis) {
        found.add(Map.entry(slice.getKey(), slice.getValue()));
      }
    }
    return found;
  }

  boolean isEmpty() throws Exception {
    return slices.isEmpty();
  }

  /** End of the slice that a time falls into, epoch milliseconds. */
  static long sliceEnd(long atMillis) {
    return (sliceOf(atMillis) + 1) * SLICE_MILLIS;
  }

  private static long sliceOf(long atMillis) {
    return Math.floorDiv(atMillis, SLICE_MILLIS);
  }
}
