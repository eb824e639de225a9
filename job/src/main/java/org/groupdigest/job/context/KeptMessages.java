package org.groupdigest.job.context;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.Message;

/** The messages kept so far, numbered from 0, each with those that it stands for. */
final class KeptMessages {

  private final List<Message> messages = new ArrayList<>();
  private final SortedMap<Integer, Repeats> repeats = new TreeMap<>();

  void keep(Message message) {
    messages.add(message);
  }

  void drop(Message message, int kept) {
    repeats.computeIfAbsent(kept, k -> new Repeats()).add(message);
  }

  int size() {
    return messages.size();
  }

  Message get(int number) {
    return messages.get(number);
  }

  List<Message> messages() {
    return messages;
  }

  /** One group for each kept message that was repeated, in order of the kept messages. */
  List<DuplicateGroup> duplicates() {
    List<DuplicateGroup> groups = new ArrayList<>();
    repeats.forEach((kept, dropped) -> groups.add(dropped.group(messages.get(kept).messageId())));
    return groups;
  }

  private static final class Repeats {

    private final List<String> ids = new ArrayList<>();
    private final Set<String> authors = new LinkedHashSet<>();

    void add(Message message) {
      ids.add(message.messageId());
      authors.add(message.author());
    }

    DuplicateGroup group(String keptId) {
      return new DuplicateGroup(keptId, List.copyOf(ids), List.copyOf(authors), ids.size());
    }
  }
}
