package org.groupdigest.job.context;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageLink;
import org.groupdigest.job.model.ParticipantStats;
import org.groupdigest.job.model.WindowContext;

/**
 * Cuts a {@link ContextAssembly} down to what goes on, so that the record stays small however large
 * the window was: links and duplicates only of messages that go on, ids and authors of duplicates
 * up to a limit (their number is whole), and of participants those whose messages go on and the
 * most active.
 */
final class HandOver {

  static final int MAX_DROPPED_IDS = 100;

  private final ContextSettings settings;

  HandOver(ContextSettings settings) {
    this.settings = settings;
  }

  WindowContext of(WindowInput input, ContextAssembly assembly, String language) {
    Set<String> ids =
        assembly.messages().stream().map(Message::messageId).collect(Collectors.toSet());
    return new WindowContext(
        input.window(),
        input.group(),
        input.traceId(),
        language,
        assembly.stats(),
        assembly.messages(),
        head(assembly.ranking(), settings.topRanked()),
        duplicates(assembly.duplicates(), ids),
        links(assembly.softLinks(), ids),
        links(assembly.historyLinks(), ids),
        assembly.threads(),
        participants(assembly),
        assembly.media(),
        assembly.mediaHighlights(),
        assembly.excerpt());
  }

  private static List<DuplicateGroup> duplicates(List<DuplicateGroup> groups, Set<String> ids) {
    return groups.stream()
        .filter(group -> ids.contains(group.keptId()))
        .map(
            group ->
                new DuplicateGroup(
                    group.keptId(),
                    head(group.droppedIds(), MAX_DROPPED_IDS),
                    head(group.authors(), MAX_DROPPED_IDS),
                    group.count()))
        .toList();
  }

  private static List<MessageLink> links(List<MessageLink> links, Set<String> ids) {
    return links.stream().filter(link -> ids.contains(link.messageId())).toList();
  }

  private List<ParticipantStats> participants(ContextAssembly assembly) {
    Set<String> heard =
        assembly.messages().stream().map(Message::senderId).collect(Collectors.toSet());
    List<ParticipantStats> all = assembly.participants();
    List<ParticipantStats> chosen = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i < settings.maxMessages() || heard.contains(all.get(i).senderId())) {
        chosen.add(all.get(i));
      }
    }
    return chosen;
  }

  private static <T> List<T> head(List<T> list, int size) {
    return List.copyOf(list.subList(0, Math.min(size, list.size())));
  }
}
