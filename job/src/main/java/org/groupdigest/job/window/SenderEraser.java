package org.groupdigest.job.window;

import java.util.Map;

/**
 * Takes all that one sender wrote out of a group's state, as if each message had been deleted: what
 * is delivered again stays deleted, and no later window is told of it.
 */
final class SenderEraser {

  private final WindowState state;
  private final WindowHistory history;

  SenderEraser(WindowState state, WindowHistory history) {
    this.state = state;
    this.history = history;
  }

  /** Erases; gives how many messages were kept for windows until now. */
  int erase(String senderId) throws Exception {
    Map<Long, StoredMessage> written = state.messages.writtenBy(senderId);
    for (Map.Entry<Long, StoredMessage> entry : written.entrySet()) {
      String id = entry.getValue().messageId();
      int revision = entry.getValue().message().revision();
      state.messages.forget(entry.getKey(), id);
      state.identities.put(id, new Identity(entry.getKey(), revision, Standing.DELETED, null));
    }
    history.forgetSender(senderId);
    return written.size();
  }
}
