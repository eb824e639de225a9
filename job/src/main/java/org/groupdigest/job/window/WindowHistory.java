package org.groupdigest.job.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.flink.api.common.state.MapState;
import org.groupdigest.job.model.HistoryMessage;
import org.groupdigest.job.model.Message;

/** What a group's coming windows are compared with: the messages of those that have closed. */
final class WindowHistory {

  private final MapState<String, HistoryBlock> blocks;
  private final WindowSettings settings;

  WindowHistory(MapState<String, HistoryBlock> blocks, WindowSettings settings) {
    this.blocks = blocks;
    this.settings = settings;
  }

  /** Messages of the latest windows of this size that ended before this one, oldest first. */
  List<HistoryMessage> before(OpenWindow window) throws Exception {
    List<HistoryMessage> all = new ArrayList<>();
    for (HistoryBlock block : latestBefore(window)) {
      all.addAll(block.messages());
    }
    return newest(all);
  }

  private List<HistoryBlock> latestBefore(OpenWindow window) throws Exception {
    List<HistoryBlock> found = new ArrayList<>();
    for (HistoryBlock block : blocks.values()) {
      if (block.hours() == window.hours() && block.endMillis() <= window.startMillis()) {
        found.add(block);
      }
    }
    found.sort(Comparator.comparingLong(HistoryBlock::endMillis));
    return found.subList(Math.max(0, found.size() - settings.historyWindows()), found.size());
  }

  /** Remembers what was in a window that closes. */
  void remember(OpenWindow window, List<Message> messages) throws Exception {
    List<Message> kept = newest(messages);
    HistoryBlock block =
        new HistoryBlock(
            window.hours(),
            window.endMillis(),
            kept.stream().map(WindowHistory::remembered).toList(),
            kept.stream().map(Message::senderId).toList());
    blocks.put(window.hours() + "/" + window.endMillis(), block);
  }

  private static HistoryMessage remembered(Message message) {
    return new HistoryMessage(message.messageId(), message.postedAt(), message.readableText());
  }

  private <T> List<T> newest(List<T> all) {
    int from = Math.max(0, all.size() - settings.historyMessages());
    return List.copyOf(all.subList(from, all.size()));
  }

  /** Forgets a message; no later window is told what it said. */
  void forgetMessage(String messageId) throws Exception {
    change(block -> block.withoutMessage(messageId));
  }

  /** Forgets everything that a sender wrote. */
  void forgetSender(String senderId) throws Exception {
    change(block -> block.withoutSender(senderId));
  }

  private void change(UnaryOperator<HistoryBlock> forgetting) throws Exception {
    List<Map.Entry<String, HistoryBlock>> changed = new ArrayList<>();
    for (Map.Entry<String, HistoryBlock> entry : blocks.entries()) {
      HistoryBlock block = forgetting.apply(entry.getValue());
      if (!block.equals(entry.getValue())) {
        changed.add(Map.entry(entry.getKey(), block));
      }
    }
    for (Map.Entry<String, HistoryBlock> entry : changed) {
      blocks.put(entry.getKey(), entry.getValue());
    }
  }

  /** Drops what no coming window can be compared with. */
  void expire(long timeMillis) throws Exception {
    List<String> expired = new ArrayList<>();
    for (Map.Entry<String, HistoryBlock> entry : blocks.entries()) {
      HistoryBlock block = entry.getValue();
      if (block.endMillis() + settings.historyMillis(block.hours()) <= timeMillis) {
        expired.add(entry.getKey());
      }
    }
    for (String key : expired) {
      blocks.remove(key);
    }
  }
}
