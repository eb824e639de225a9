package org.groupdigest.job.context.thread;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;

/** Puts linked messages together. */
final class ThreadAssembler {

  private static final int MAX_MESSAGES = 20;

  private ThreadAssembler() {}

  /** See {@link ThreadBuilder#threads}. */
  static List<MessageThread> assemble(List<Message> messages, List<ThreadLink> links) {
    Map<String, String> parents = new HashMap<>();
    links.forEach(link -> parents.put(link.messageId(), link.parentId()));
    Map<String, String> roots = new HashMap<>();
    Map<String, List<String>> threads = new LinkedHashMap<>();
    for (Message message : messages) {
      String id = message.messageId();
      // Parents come before their answers, so the parent's root is known, or the parent is not
      // here.
      String root = roots.getOrDefault(parents.get(id), id);
      if (roots.putIfAbsent(id, root) == null) {
        threads.computeIfAbsent(root, r -> new ArrayList<>()).add(id);
      }
    }
    List<MessageThread> parts = new ArrayList<>();
    threads.forEach((root, ids) -> addParts(parts, "t-" + root, ids));
    return List.copyOf(parts);
  }

  private static void addParts(List<MessageThread> parts, String threadId, List<String> ids) {
    for (int from = 0; from < ids.size(); from += MAX_MESSAGES) {
      int part = from / MAX_MESSAGES + 1;
      int to = Math.min(ids.size(), from + MAX_MESSAGES);
      parts.add(
          new MessageThread(
              part == 1 ? threadId : threadId + "-part" + part,
              List.copyOf(ids.subList(from, to))));
    }
  }
}
