package org.groupdigest.job.stage.compact;

import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.Message;

/**
 * Fills chunks with conversations, one after the other. A chunk is closed when it has its even
 * share of the messages, or when the next conversation does not fit any more; only where that would
 * take more than one chunk above the least possible number is a conversation cut.
 */
final class ChunkPacker {

  private final int size;
  private final int atMost;
  private final int share;
  private final List<List<Message>> chunks = new ArrayList<>();
  private List<Message> open = new ArrayList<>();
  private int left;

  private ChunkPacker(int messages, int size, int evenOver) {
    this.size = size;
    this.atMost = least(messages, size) + 1;
    this.share = least(messages, evenOver);
    this.left = messages;
  }

  /**
   * Chunks of at most {@code size} messages.
   *
   * @param groups messages that belong together, in the order in which they are to be placed
   * @return at most one chunk more than the least possible number, none of them empty
   */
  static List<List<Message>> pack(List<List<Message>> groups, int size) {
    int messages = groups.stream().mapToInt(List::size).sum();
    int least = least(messages, size);
    List<List<Message>> chunks = new ChunkPacker(messages, size, least).fill(groups);
    return chunks.size() <= least
        ? chunks
        : new ChunkPacker(messages, size, least + 1).fill(groups);
  }

  private static int least(int messages, int size) {
    return Math.max(1, (messages + size - 1) / size);
  }

  private List<List<Message>> fill(List<List<Message>> groups) {
    groups.forEach(this::place);
    if (!open.isEmpty()) {
      chunks.add(open);
    }
    return chunks;
  }

  private void place(List<Message> group) {
    boolean wantsNext = open.size() >= share || group.size() > size - open.size();
    if (wantsNext && mayClose()) {
      close();
    }
    for (Message message : group) {
      if (open.size() == size) {
        close();
      }
      open.add(message);
      left--;
    }
  }

  /** Whether the messages that are left fit into the chunks that may follow. */
  private boolean mayClose() {
    return !open.isEmpty() && left <= (atMost - chunks.size() - 1) * size;
  }

  private void close() {
    chunks.add(open);
    open = new ArrayList<>();
  }
}
