package org.groupdigest.job.stores.context;

import java.util.List;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.WindowContext;

/**
 * What the context storage is told of a group: a window has closed, messages or a sender are
 * erased, or a digest was removed. Travels between operators: fields are only ever added, new ones
 * nullable.
 *
 * @param tenantId tenant
 * @param groupId group
 * @param window the window that has closed, or null
 * @param messageIds messages that are erased, else empty
 * @param senderId sender that is erased, or null
 * @param untilMillis of a sender, messages posted up to this epoch millisecond
 * @param removedWindowId window whose digest was removed, or null
 */
public record ContextEvent(
    String tenantId,
    String groupId,
    WindowContext window,
    List<String> messageIds,
    String senderId,
    long untilMillis,
    String removedWindowId) {

  static ContextEvent closed(GroupKey group, WindowContext window) {
    return new ContextEvent(group.tenantId(), group.groupId(), window, List.of(), null, 0, null);
  }

  static ContextEvent erased(
      GroupKey group, List<String> messageIds, String senderId, long untilMillis) {
    return new ContextEvent(
        group.tenantId(), group.groupId(), null, messageIds, senderId, untilMillis, null);
  }

  static ContextEvent removed(GroupKey group, String windowId) {
    return new ContextEvent(group.tenantId(), group.groupId(), null, List.of(), null, 0, windowId);
  }

  /** The group it is about. */
  public GroupKey group() {
    return new GroupKey(tenantId, groupId);
  }
}
