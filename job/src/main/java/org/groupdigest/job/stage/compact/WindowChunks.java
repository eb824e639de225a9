package org.groupdigest.job.stage.compact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;
import org.groupdigest.job.model.WindowContext;

/**
 * Cuts large windows into chunks of about the same size, conversations whole where that is
 * possible. Every message is in exactly one chunk.
 */
final class WindowChunks {

  private final int threshold;
  private final int chunkSize;

  /**
   * @param threshold windows of at most so many messages stay whole
   * @param chunkSize most messages of a chunk, at least 1
   */
  WindowChunks(int threshold, int chunkSize) {
    if (chunkSize < 1) {
      throw new IllegalArgumentException("a chunk has at least one message");
    }
    this.threshold = threshold;
    this.chunkSize = chunkSize;
  }

  /** The chunks of a window, ordered by their first message; the window itself if it is small. */
  List<WindowContext> of(WindowContext window) {
    if (window.messages().size() <= threshold) {
      return List.of(window);
    }
    return ChunkPacker.pack(conversations(window), chunkSize).stream()
        .map(messages -> ChunkView.of(window, messages))
        .toList();
  }

  /** The messages of each thread, and each message without one, ordered by their first. */
  private static List<List<Message>> conversations(WindowContext window) {
    Map<String, String> threads = new HashMap<>();
    for (MessageThread thread : window.threads()) {
      thread.messageIds().forEach(id -> threads.putIfAbsent(id, thread.threadId()));
    }
    Map<String, List<Message>> byThread = new LinkedHashMap<>();
    List<List<Message>> all = new ArrayList<>();
    for (Message message : window.messages()) {
      String thread = threads.get(message.messageId());
      List<Message> group = thread == null ? null : byThread.get(thread);
      if (group == null) {
        group = new ArrayList<>();
        all.add(group);
        if (thread != null) {
          byThread.put(thread, group);
        }
      }
      group.add(message);
    }
    return all;
  }
}
