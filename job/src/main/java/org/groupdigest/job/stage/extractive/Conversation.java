package org.groupdigest.job.stage.extractive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A window as the engine reads it: utterances in time order, with their threads. Immutable. */
final class Conversation {

  private final List<Utterance> utterances;
  private final Map<String, Integer> byMessage = new LinkedHashMap<>();
  private final Map<String, List<Utterance>> threads = new LinkedHashMap<>();

  Conversation(List<Utterance> utterances) {
    this.utterances = List.copyOf(utterances);
    for (Utterance utterance : utterances) {
      utterance.messageIds().forEach(id -> byMessage.put(id, utterance.index()));
      if (utterance.threadId() != null) {
        threads.computeIfAbsent(utterance.threadId(), key -> new ArrayList<>()).add(utterance);
      }
    }
  }

  List<Utterance> utterances() {
    return utterances;
  }

  Utterance get(int index) {
    return utterances.get(index);
  }

  Utterance of(Sentence sentence) {
    return utterances.get(sentence.utterance());
  }

  /** The utterance of a message, or null when the message is not in the window. */
  Utterance ofMessage(String messageId) {
    Integer index = byMessage.get(messageId);
    return index == null ? null : utterances.get(index);
  }

  /** Threads by id, in order of their first utterance. */
  Map<String, List<Utterance>> threads() {
    return threads;
  }

  /** All sentences in time order. */
  List<Sentence> sentences() {
    return utterances.stream().flatMap(utterance -> utterance.sentences().stream()).toList();
  }

  /** Distinct authors in order of appearance. */
  Set<String> authors() {
    Set<String> authors = new LinkedHashSet<>();
    utterances.forEach(utterance -> authors.add(utterance.author()));
    return authors;
  }

  /** Message ids of some utterances, in their order, without repeats. */
  static List<String> ids(Collection<Utterance> of) {
    Set<String> ids = new LinkedHashSet<>();
    of.forEach(utterance -> ids.addAll(utterance.messageIds()));
    return List.copyOf(ids);
  }
}
