package org.groupdigest.job.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.config.EffectivePolicy;
import org.groupdigest.job.model.Erasure;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.model.MessageOp;

/**
 * Decides what becomes of one record of a group: which windows take its message, whether it
 * repeats, replaces or deletes one that counts already. The same records in any order, any number
 * of times, end in the same state and the same counts (as long as none of them is late).
 */
final class MessageIntake {

  /**
   * What a record did.
   *
   * @param change what it changes in the ledger
   * @param late what to publish as late, or null
   * @param windows windows that opened because of it
   * @param slotTime time whose slice must be dropped one day, or null when nothing was added
   * @param erasure what must go from everything that is stored, or null
   */
  record Outcome(
      LedgerChange change,
      LateMessage late,
      List<OpenWindow> windows,
      Long slotTime,
      Erasure erasure) {

    static Outcome of(LedgerChange change) {
      return new Outcome(change, null, List.of(), null, null);
    }

    Outcome erasing(Erasure erased) {
      return new Outcome(change, late, windows, slotTime, erased);
    }
  }

  private final WindowState state;
  private final WindowSettings settings;
  private final WindowHistory history;

  MessageIntake(WindowState state, WindowSettings settings, WindowHistory history) {
    this.state = state;
    this.settings = settings;
    this.history = history;
  }

  /** Takes a record; {@code watermark} is the current event time in epoch milliseconds. */
  Outcome take(MessageEvent event, EffectivePolicy policy, long watermark) throws Exception {
    Identity known = state.identities.get(event.messageId());
    if (event.op() == MessageOp.DELETE) {
      return delete(event, known, watermark);
    }
    if (known == null) {
      return first(event, policy, watermark);
    }
    return again(event, known, policy, watermark);
  }

  /**
   * The first delete of a message is announced whatever is known of it: an id that is not known any
   * more may be in digests that were stored long ago.
   */
  private Outcome delete(MessageEvent event, Identity known, long watermark) throws Exception {
    if (known != null && known.isDeleted()) {
      return Outcome.of(LedgerChange.duplicate());
    }
    history.forgetMessage(event.messageId());
    Outcome outcome = known == null ? deleteUnseen(event, watermark) : deleteKnown(event, known);
    return outcome.erasing(erasure(event));
  }

  private Outcome deleteUnseen(MessageEvent event, long watermark) throws Exception {
    return remember(event, Standing.DELETED_UNSEEN, null, watermark, LedgerChange.deleted());
  }

  private Outcome deleteKnown(MessageEvent event, Identity known) throws Exception {
    state.messages.forget(known.slot(), event.messageId());
    put(event, new Identity(known.slot(), known.revision(), Standing.DELETED, null));
    return Outcome.of(LedgerChange.deleting(known));
  }

  private Outcome first(MessageEvent event, EffectivePolicy policy, long watermark)
      throws Exception {
    if (event.filterReason() != null) {
      LedgerChange change = LedgerChange.first(Standing.FILTERED, event.filterReason());
      return remember(event, Standing.FILTERED, event.filterReason(), watermark, change);
    }
    Placement placement = place(event, policy, watermark);
    if (placement.windows().isEmpty()) {
      LedgerChange change = LedgerChange.first(Standing.LATE, null);
      Outcome outcome = remember(event, Standing.LATE, null, watermark, change);
      return new Outcome(change, late(event, placement, true), List.of(), outcome.slotTime(), null);
    }
    return store(event, placement, LedgerChange.first(Standing.STORED, repair(event)));
  }

  private Outcome again(MessageEvent event, Identity known, EffectivePolicy policy, long watermark)
      throws Exception {
    if (known.standing() == Standing.DELETED_UNSEEN) {
      put(event, new Identity(known.slot(), event.revision(), Standing.DELETED, null));
      return Outcome.of(LedgerChange.deleted());
    }
    if (known.standing() == Standing.DELETED || event.revision() < known.revision()) {
      return Outcome.of(LedgerChange.duplicate());
    }
    return event.revision() == known.revision()
        ? sameRevision(event, known, policy, watermark)
        : replace(event, known, policy, watermark);
  }

  /**
   * A redelivery. Should a producer have sent different contents under one revision, the choice
   * between them must not depend on their order.
   */
  private Outcome sameRevision(
      MessageEvent event, Identity known, EffectivePolicy policy, long watermark) throws Exception {
    if (known.standing() == Standing.FILTERED) {
      return event.filterReason() == null
          ? unfilter(event, known, policy, watermark)
          : Outcome.of(LedgerChange.duplicate());
    }
    if (known.standing() == Standing.STORED && event.filterReason() == null) {
      StoredMessage kept = state.messages.get(known.slot());
      StoredMessage other = stored(event, event.message().withPostedAt(kept.message().postedAt()));
      if (!other.equals(kept) && other.toString().compareTo(kept.toString()) < 0) {
        return keep(event, known, other);
      }
    }
    return Outcome.of(LedgerChange.duplicate());
  }

  /**
   * A higher revision: what counted before becomes a duplicate, the new content takes its place.
   */
  private Outcome replace(
      MessageEvent event, Identity known, EffectivePolicy policy, long watermark) throws Exception {
    if (known.standing() == Standing.LATE) {
      put(event, new Identity(known.slot(), event.revision(), Standing.LATE, null));
      return Outcome.of(LedgerChange.duplicate());
    }
    if (event.filterReason() != null) {
      state.messages.forget(known.slot(), event.messageId());
      String reason = event.filterReason();
      put(event, new Identity(known.slot(), event.revision(), Standing.FILTERED, reason));
      return Outcome.of(LedgerChange.replacing(known, Standing.FILTERED, reason));
    }
    if (known.standing() == Standing.STORED) {
      Instant original = state.messages.get(known.slot()).message().postedAt();
      return keep(event, known, stored(event, event.message().withPostedAt(original)));
    }
    return unfilter(event, known, policy, watermark);
  }

  /** Another content takes the place of the one that is kept. */
  private Outcome keep(MessageEvent event, Identity known, StoredMessage content) throws Exception {
    state.messages.replace(known.slot(), content);
    String repair = repair(event);
    put(event, new Identity(known.slot(), event.revision(), Standing.STORED, repair));
    return Outcome.of(LedgerChange.replacing(known, Standing.STORED, repair));
  }

  /** An edit gave a filtered message something to read. */
  private Outcome unfilter(
      MessageEvent event, Identity known, EffectivePolicy policy, long watermark) throws Exception {
    Placement placement = place(event, policy, watermark);
    if (placement.windows().isEmpty()) {
      put(event, new Identity(known.slot(), event.revision(), Standing.FILTERED, known.reason()));
      return Outcome.of(LedgerChange.duplicate());
    }
    return store(event, placement, LedgerChange.replacing(known, Standing.STORED, repair(event)));
  }

  private record Placement(List<OpenWindow> windows, List<Integer> missed) {}

  private Placement place(MessageEvent event, EffectivePolicy policy, long watermark)
      throws Exception {
    List<OpenWindow> windows = new ArrayList<>();
    List<Integer> missed = new ArrayList<>();
    for (int hours : policy.windowHours()) {
      WindowCalendar.Bounds bounds =
          WindowCalendar.windowOf(hours, policy.zone(), event.postedAt());
      long start = bounds.start().toEpochMilli();
      long end = bounds.end().toEpochMilli();
      if (isClosed(hours, end, watermark)) {
        missed.add(hours);
      } else {
        windows.add(new OpenWindow(hours, start, end, policy.zone().getId()));
      }
    }
    return new Placement(windows, missed);
  }

  private boolean isClosed(int hours, long end, long watermark) throws Exception {
    Long closed = state.closedUntil.get(hours);
    return end + settings.grace().toMillis() <= watermark || (closed != null && end <= closed);
  }

  private Outcome store(MessageEvent event, Placement placement, LedgerChange change)
      throws Exception {
    long at = event.postedAt().toEpochMilli();
    long slot = state.messages.add(at, stored(event, event.message()));
    put(event, new Identity(slot, event.revision(), Standing.STORED, repair(event)));
    List<OpenWindow> opened = new ArrayList<>();
    for (OpenWindow window : placement.windows()) {
      if (!state.openWindows.contains(window.stateKey())) {
        state.openWindows.put(window.stateKey(), window);
        opened.add(window);
      }
    }
    LateMessage late = placement.missed().isEmpty() ? null : late(event, placement, false);
    return new Outcome(change, late, opened, at, null);
  }

  /** Remembers an id without content, where it will be dropped in time. */
  private Outcome remember(
      MessageEvent event, Standing standing, String reason, long watermark, LedgerChange change)
      throws Exception {
    long at = Math.max(event.postedAt().toEpochMilli(), floor(watermark));
    long slot = state.messages.add(at, stored(event, null));
    put(event, new Identity(slot, event.revision(), standing, reason));
    return new Outcome(change, null, List.of(), at, null);
  }

  /** No slice before this time is ever dropped again: its timer would never come. */
  private long floor(long watermark) throws Exception {
    long floor = watermark;
    for (long closed : state.closedUntil.values()) {
      floor = Math.max(floor, closed);
    }
    return floor;
  }

  private void put(MessageEvent event, Identity identity) throws Exception {
    state.identities.put(event.messageId(), identity);
  }

  private static StoredMessage stored(MessageEvent event, Message message) {
    Boolean repaired = message == null ? null : event.repaired();
    return new StoredMessage(event.messageId(), event.traceId(), message, repaired);
  }

  private static String repair(MessageEvent event) {
    return event.repaired() == null ? null : Identity.REPAIRED;
  }

  private static Erasure erasure(MessageEvent event) {
    return new Erasure(
        event.tenantId(),
        event.groupId(),
        List.of(event.messageId()),
        null,
        event.traceId(),
        event.brokerTime());
  }

  private static LateMessage late(MessageEvent event, Placement placement, boolean counted) {
    return new LateMessage(
        event.tenantId(),
        event.groupId(),
        event.traceId(),
        event.message(),
        event.position(),
        List.copyOf(placement.missed()),
        counted);
  }
}
