package org.groupdigest.job.stores.context;

import org.groupdigest.job.model.GroupKey;

/**
 * One change to what the context storage holds of a group; twice is the same as once, and later
 * ones of a group win. Travels between operators: fields are only ever added, new ones nullable.
 *
 * @param tenantId tenant
 * @param groupId group
 * @param kind what happens
 * @param message the message that was said, or null
 * @param id the message, sender or window to forget, or null
 * @param windowHours size of the windows in which a message is to be forgotten, else 0
 * @param untilMillis of a sender, messages posted up to this epoch millisecond, else 0
 */
public record ContextChange(
    String tenantId,
    String groupId,
    Kind kind,
    RememberedMessage message,
    String id,
    int windowHours,
    long untilMillis) {

  /** What happens. */
  public enum Kind {
    /** A message is remembered. */
    SAID,
    /** A message is forgotten, in windows of a size. */
    MESSAGE_ERASED,
    /** All that a sender has posted up to a time is forgotten. */
    SENDER_ERASED,
    /** All messages of a window are forgotten. */
    WINDOW_REMOVED
  }

  static ContextChange said(GroupKey group, RememberedMessage message) {
    return of(group, Kind.SAID, message, null, 0, 0);
  }

  static ContextChange messageErased(GroupKey group, String messageId, int windowHours) {
    return of(group, Kind.MESSAGE_ERASED, null, messageId, windowHours, 0);
  }

  static ContextChange senderErased(GroupKey group, String senderId, long untilMillis) {
    return of(group, Kind.SENDER_ERASED, null, senderId, 0, untilMillis);
  }

  static ContextChange windowRemoved(GroupKey group, String windowId) {
    return of(group, Kind.WINDOW_REMOVED, null, windowId, 0, 0);
  }

  private static ContextChange of(
      GroupKey group, Kind kind, RememberedMessage message, String id, int hours, long until) {
    return new ContextChange(group.tenantId(), group.groupId(), kind, message, id, hours, until);
  }

  GroupKey group() {
    return new GroupKey(tenantId, groupId);
  }
}
