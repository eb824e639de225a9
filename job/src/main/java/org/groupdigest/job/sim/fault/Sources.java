package org.groupdigest.job.sim.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.groupdigest.job.sim.prompt.MessageLine;
import org.groupdigest.job.sim.prompt.PromptData;
import org.groupdigest.job.sim.prompt.UnitLine;

/** What a prompt says about messages and people: what a lie has to differ from. */
final class Sources {

  private static final int STEM = 4;

  private final Map<String, Set<String>> authors = new LinkedHashMap<>();
  private final Map<String, Set<String>> addressed = new LinkedHashMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();
  private final Set<String> people = new LinkedHashSet<>();

  Sources(PromptData data) {
    people.addAll(data.participants().keySet());
    List<MessageLine> messages = new ArrayList<>(data.messages());
    messages.addAll(data.excerpt());
    for (MessageLine line : messages) {
      add(line.id(), List.of(line.author()), line.text());
      add(line.id(), line.repeatedBy(), "");
    }
    for (MessageLine line : messages) {
      if (line.replyTo() != null) {
        addressed.put(line.id(), authors.getOrDefault(line.replyTo(), Set.of()));
      }
    }
    for (UnitLine unit : data.units()) {
      unit.ids().forEach(id -> add(id, unit.authors(), unit.text()));
    }
    authors.values().forEach(people::addAll);
  }

  private void add(String id, Collection<String> wrote, String text) {
    authors.computeIfAbsent(id, key -> new LinkedHashSet<>()).addAll(wrote);
    texts.merge(id, text, (before, more) -> before + "\n" + more);
  }

  /** Ids of all messages. */
  Set<String> ids() {
    return authors.keySet();
  }

  /** Everybody who has a part. */
  Set<String> people() {
    return people;
  }

  /** What some messages say. */
  String text(Collection<String> ids) {
    return ids.stream().map(id -> texts.getOrDefault(id, "")).collect(Collectors.joining("\n"));
  }

  /** What all messages say. */
  String text() {
    return String.join("\n", texts.values());
  }

  /** People who neither wrote any of these messages nor are addressed or named in one. */
  List<String> strangers(Collection<String> ids) {
    Set<String> concerned = new LinkedHashSet<>();
    for (String id : ids) {
      concerned.addAll(authors.getOrDefault(id, Set.of()));
      concerned.addAll(addressed.getOrDefault(id, Set.of()));
    }
    String said = text(ids).toLowerCase(Locale.ROOT);
    return people.stream()
        .filter(name -> !concerned.contains(name) && !said.contains(stem(name)))
        .toList();
  }

  /** Enough of a name to find it in any of its forms. */
  private static String stem(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.substring(0, Math.min(STEM, lower.length()));
  }
}
