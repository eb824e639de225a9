package org.groupdigest.job.context.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.text.ShortName;

/**
 * Names under which the people of one window are shown: one name a person, the newest, and never
 * one name for two. People of one name get numbers, {@code Alex (1)} and {@code Alex (2)}, in the
 * order of their ids, so that the same window always gives the same numbers; a user name stays as
 * it is, because it is how its bearer is called. After {@link #applyTo} a message's author is this
 * name, and only a real user name still stands in its field.
 */
public final class ShownNames {

  /** Numbers by their value and not by their first digit. */
  private static final Comparator<Person> BY_ID =
      Comparator.comparingInt((Person person) -> person.senderId().length())
          .thenComparing(Person::senderId);

  private final Map<String, Person> byId = new HashMap<>();

  private ShownNames() {}

  /**
   * The names of everybody who wrote.
   *
   * @param messages of the window, in time order
   * @param language ISO 639-1 code of the window, asked only when somebody has no name
   */
  public static ShownNames of(List<Message> messages, Supplier<String> language) {
    Map<String, Person> newest = new TreeMap<>();
    for (Message message : messages) {
      Person person = Person.of(message);
      if (!person.isNameless() || !newest.containsKey(person.senderId())) {
        newest.put(person.senderId(), person);
      }
    }
    NamelessPeople nameless = new NamelessPeople(language);
    ShownNames names = new ShownNames();
    names.tellApart(newest.values().stream().map(nameless::named).toList());
    return names;
  }

  /** The message under its sender's name. */
  public Message applyTo(Message message) {
    Person person = byId.get(message.senderId());
    return person.hasUserName()
        ? message.withNames(person.username(), person.displayName())
        : message.withNames(null, person.name());
  }

  private void tellApart(List<Person> people) {
    Map<String, List<Person>> alike = new TreeMap<>();
    for (Person person : people) {
      alike.computeIfAbsent(Person.likeness(person.name()), key -> new ArrayList<>()).add(person);
    }
    Set<String> taken = new HashSet<>(alike.keySet());
    alike.values().forEach(namesakes -> number(namesakes, taken));
  }

  private void number(List<Person> namesakes, Set<String> taken) {
    List<Person> kept = namesakes.stream().filter(one -> keepsName(one, namesakes)).toList();
    kept.forEach(person -> byId.put(person.senderId(), person));
    int number = kept.size();
    for (Person person : namesakes.stream().sorted(BY_ID).toList()) {
      if (!kept.contains(person)) {
        String name;
        do {
          number++;
          name = ShortName.of(person.name(), " (" + number + ")");
        } while (!taken.add(Person.likeness(name)));
        byId.put(person.senderId(), person.called(name));
      }
    }
  }

  /** Whether nobody else is called so, or it is a user name of theirs alone. */
  private static boolean keepsName(Person person, List<Person> namesakes) {
    return namesakes.size() == 1
        || (person.hasUserName()
            && namesakes.stream()
                .noneMatch(
                    one ->
                        !one.senderId().equals(person.senderId())
                            && one.hasUserName()
                            && one.name().equals(person.name())));
  }
}
