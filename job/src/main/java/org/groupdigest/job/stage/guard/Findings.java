package org.groupdigest.job.stage.guard;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.sources.ClaimFacts;
import org.groupdigest.job.model.sources.WindowMessages;
import org.groupdigest.job.model.sources.WordingSupport;
import org.groupdigest.job.model.sources.WordingSupport.Need;

/**
 * What the reference guard finds while it walks through one answer. References that do not resolve
 * are taken out and counted; what an answer says wrongly about its sources is an error.
 */
final class Findings {

  private final WindowMessages window;
  private final ClaimFacts facts;
  private final NameMentions names;
  private final WordingSupport wording;
  private final List<GuardError> unresolved = new ArrayList<>();
  private final List<GuardError> errors = new ArrayList<>();
  private int references;

  Findings(WindowMessages window) {
    this.window = window;
    this.facts = new ClaimFacts(window);
    this.names = new NameMentions(window);
    this.wording = new WordingSupport(window);
  }

  /** The message ids that exist, each once; null counts as none. */
  List<String> messages(String path, List<String> ids) {
    Set<String> known = new LinkedHashSet<>();
    for (int i = 0; i < size(ids); i++) {
      String id = ids.get(i);
      if (resolved(window.find(id).isPresent())) {
        known.add(id);
      } else {
        unresolved.add(GuardError.of(GuardError.Kind.UNKNOWN_MESSAGE, at(path, i), id));
      }
    }
    return List.copyOf(known);
  }

  /** The thread ids that exist, each once; null counts as none. */
  List<String> threads(String path, List<String> ids) {
    Set<String> known = new LinkedHashSet<>();
    for (int i = 0; i < size(ids); i++) {
      String id = ids.get(i);
      if (resolved(window.thread(id).isPresent())) {
        known.add(id);
      } else {
        unresolved.add(GuardError.of(GuardError.Kind.UNKNOWN_THREAD, at(path, i), id));
      }
    }
    return List.copyOf(known);
  }

  /** The participant's shown name, or null when there is no such participant. */
  String participant(String path, String name) {
    String shown = window.participant(name).orElse(null);
    if (!resolved(shown != null)) {
      unresolved.add(GuardError.of(GuardError.Kind.UNKNOWN_PARTICIPANT, path));
    }
    return shown;
  }

  /** The participant's shown name if they wrote a source or are addressed in one, else null. */
  String concerned(String path, String name, List<String> sources) {
    String shown = participant(path, name);
    List<Message> cited = window.findAll(sources);
    if (shown == null || names.isConcerned(shown, cited)) {
      return shown;
    }
    error(GuardError.Kind.WRONG_AUTHOR, path);
    return null;
  }

  /** Whether the participant wrote at least one of the messages. */
  boolean wroteOneOf(String path, String shownName, List<String> sources) {
    boolean wrote = names.isAuthor(shownName, window.findAll(sources));
    if (!wrote) {
      error(GuardError.Kind.WRONG_AUTHOR, path);
    }
    return wrote;
  }

  /** Whether a text says nothing about numbers, dates and people that its sources do not bear. */
  boolean holds(String path, String text, List<String> sources) {
    List<Message> cited = window.findAll(sources);
    boolean factual = facts.stand(text, cited);
    boolean truthful = names.areTrue(text, cited);
    if (!factual) {
      error(GuardError.Kind.UNSUPPORTED_FACT, path);
    }
    if (!truthful) {
      error(GuardError.Kind.WRONG_AUTHOR, path);
    }
    return factual && truthful;
  }

  /** As {@link #holds}, and whether the sources speak of it at all and say no opposite. */
  boolean holds(String path, String text, List<String> sources, Need need) {
    List<Message> cited = window.findAll(sources);
    boolean stands = holds(path, text, sources);
    if (!wording.carries(text, cited, need)) {
      error(GuardError.Kind.UNSUPPORTED_WORDING, path);
      return false;
    }
    if (wording.isReversed(text, cited)) {
      error(GuardError.Kind.CONTRADICTED, path);
      return false;
    }
    return stands;
  }

  /** Notes that an item has to go because none of its sources exists. */
  void noSource(String path) {
    unresolved.add(GuardError.of(GuardError.Kind.NO_SOURCE, path));
  }

  void error(GuardError.Kind kind, String path) {
    errors.add(GuardError.of(kind, path));
  }

  WindowMessages window() {
    return window;
  }

  /** Share of references that resolve; 1 when there are none. */
  double integrity() {
    long missing = unresolved.stream().filter(e -> e.kind() != GuardError.Kind.NO_SOURCE).count();
    return references == 0 ? 1.0 : (double) (references - missing) / references;
  }

  /** References that do not resolve, and items that had to go for it. */
  List<GuardError> unresolved() {
    return unresolved;
  }

  /** What is said wrongly about sources. */
  List<GuardError> errors() {
    return errors;
  }

  static String at(String path, int index) {
    return path + "[" + index + "]";
  }

  static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }

  private boolean resolved(boolean exists) {
    references++;
    return exists;
  }

  private static int size(List<String> list) {
    return list == null ? 0 : list.size();
  }
}
