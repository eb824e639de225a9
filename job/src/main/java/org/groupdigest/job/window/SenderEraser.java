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

  /**
   * Messages that were kept for windows until now.
   *
   * @param messages how many
   * @param repaired how many of them had been damaged
   */
  record Erased(int messages, int repaired) {}

  /** Erases; tells what was kept. */
  Erased erase(String senderId) throws Exception {
    Map<Long, StoredMessage> written = state.messages.writtenBy(senderId);
    int repaired = 0;
    for (Map.Entry<Long, StoredMessage> entry : written.entrySet()) {
      repaired += entry.getValue().repaired() == null ? 0 : 1;
      String id = entry.getValue().messageId();
      int revision = entry.getValue().message().revision();
      state.messages.forget(entry.getKey(), id);
      state.identities.put(id, new Identity(entry.getKey(), revision, Standing.DELETED, null));
    }
    history.forgetSender(senderId);
    return new Erased(written.size(), repaired);
  }
}
