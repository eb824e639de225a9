package org.groupdigest.job.window;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.groupdigest.job.model.DeterministicIds;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.WindowKind;
import org.groupdigest.job.model.WindowRef;

/** Turns a group's state into closed windows and keeps what later windows are compared with. */
final class WindowCloser {

  private static final Comparator<OpenWindow> CLOSING_ORDER =
      Comparator.comparingLong(OpenWindow::endMillis).thenComparingInt(OpenWindow::hours);

  private static final GroupInfo UNKNOWN_GROUP = new GroupInfo(null, null, "unknown");

  private final WindowState state;
  private final WindowSettings settings;
  private final WindowHistory history;

  WindowCloser(WindowState state, WindowSettings settings, WindowHistory history) {
    this.state = state;
    this.settings = settings;
    this.history = history;
  }

  /** Closes every window whose grace has passed at an event time, oldest first. */
  List<ClosedWindow> closeDue(GroupKey group, long timeMillis) throws Exception {
    List<OpenWindow> due = new ArrayList<>();
    for (OpenWindow window : state.openWindows.values()) {
      if (window.endMillis() + settings.grace().toMillis() <= timeMillis) {
        due.add(window);
      }
    }
    due.sort(CLOSING_ORDER);
    List<ClosedWindow> closed = new ArrayList<>();
    for (OpenWindow window : due) {
      closed.add(close(group, window));
    }
    return closed;
  }

  private ClosedWindow close(GroupKey group, OpenWindow window) throws Exception {
    ClosedWindow closed = read(group, window, WindowKind.SCHEDULED);
    state.openWindows.remove(window.stateKey());
    Long until = state.closedUntil.get(window.hours());
    if (until == null || until < window.endMillis()) {
      state.closedUntil.put(window.hours(), window.endMillis());
    }
    history.remember(window, closed.messages());
    return closed;
  }

  /** The window of a request, from what is kept at this moment. */
  ClosedWindow onRequest(DigestRequest request, String timeZone) throws Exception {
    long end = request.requestedAtMillis();
    long start = end - request.windowHours() * 3_600_000L;
    if (request.sinceMessageId() != null) {
      Identity since = state.identities.get(request.sinceMessageId());
      StoredMessage stored = since == null ? null : state.messages.get(since.slot());
      start =
          stored == null || stored.message() == null
              ? end
              : stored.message().postedAt().toEpochMilli();
    }
    int hours = (int) Math.max(1, (end - start + 3_599_999L) / 3_600_000L);
    return read(
        new GroupKey(request.tenantId(), request.groupId()),
        new OpenWindow(hours, Math.min(start, end), end, timeZone),
        WindowKind.REQUESTED);
  }

  /** Whether a file was cut off before the end of the window; null is no. */
  private Boolean isIncomplete(OpenWindow window) throws Exception {
    Long inputEnds = state.inputEnds.value();
    boolean incomplete = inputEnds != null && inputEnds < window.endMillis();
    return incomplete ? Boolean.TRUE : null;
  }

  private ClosedWindow read(GroupKey group, OpenWindow window, WindowKind kind) throws Exception {
    List<StoredMessage> stored =
        window.startMillis() == window.endMillis()
            ? List.of()
            : state.messages.between(window.startMillis(), window.endMillis());
    List<Message> messages = stored.stream().map(StoredMessage::message).toList();
    String windowId =
        DeterministicIds.windowId(
            group, window.hours(), window.startMillis(), window.endMillis(), kind);
    WindowRef ref =
        new WindowRef(
            windowId,
            group.tenantId(),
            group.groupId(),
            window.hours(),
            Instant.ofEpochMilli(window.startMillis()),
            Instant.ofEpochMilli(window.endMillis()),
            kind,
            window.timeZone());
    KnownGroup known = state.group.value();
    return new ClosedWindow(
        ref,
        known == null ? UNKNOWN_GROUP : known.info(),
        stored.isEmpty() ? DeterministicIds.of("trace", windowId) : stored.get(0).traceId(),
        messages,
        history.before(window),
        isIncomplete(window));
  }
}
