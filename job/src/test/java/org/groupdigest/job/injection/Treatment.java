package org.groupdigest.job.injection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.groupdigest.job.context.thread.ThreadBuilder;
import org.groupdigest.job.context.thread.ThreadLink;
import org.groupdigest.job.model.DuplicateGroup;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageLink;
import org.groupdigest.job.model.ParticipantStats;
import org.groupdigest.job.model.RankedMessage;
import org.groupdigest.job.model.WindowContext;

/**
 * How a window treats every message but the injected one. Two windows that differ in that message's
 * words alone are to agree in all of it.
 *
 * @param language language of the digest
 * @param messages what goes on, in order
 * @param ranking place of each with all components, best first
 * @param duplicates what each stands for
 * @param links soft and history links
 * @param answers which of them answers which
 * @param participants figures of everybody but the injector
 */
record Treatment(
    String language,
    List<Message> messages,
    List<RankedMessage> ranking,
    List<DuplicateGroup> duplicates,
    List<MessageLink> links,
    Map<String, String> answers,
    Set<ParticipantStats> participants) {

  private static final ThreadBuilder THREADS = ThreadBuilder.bundled();

  static Treatment in(WindowContext window) {
    return new Treatment(
        window.language(),
        window.messages().stream().filter(message -> isOther(message.messageId())).toList(),
        window.ranking().stream().filter(ranked -> isOther(ranked.messageId())).toList(),
        window.duplicates().stream().filter(group -> isOther(group.keptId())).toList(),
        window.softLinks().stream().filter(link -> isOther(link.messageId())).toList(),
        answers(window.messages()),
        window.participants().stream()
            .filter(one -> !one.username().equals(LivelyChat.INJECTOR))
            .map(Treatment::figures)
            .collect(Collectors.toSet()));
  }

  /** In what it differs from another treatment. */
  List<String> differences(Treatment other) {
    List<String> found = new ArrayList<>();
    differ(found, "language", language, other.language);
    differ(found, "messages", messages, other.messages);
    differ(found, "ranking", ranking, other.ranking);
    differ(found, "duplicates", duplicates, other.duplicates);
    differ(found, "links", links, other.links);
    differ(found, "participants", participants, other.participants);
    answers.keySet().stream()
        .filter(id -> !concernsInjected(id, other))
        .forEach(id -> differ(found, id + " answers", answers.get(id), other.answers.get(id)));
    return found;
  }

  /** Whoever speaks after the injected message may be taken to answer it, as in any talk. */
  private boolean concernsInjected(String id, Treatment other) {
    return LivelyChat.INJECTED.equals(answers.get(id))
        || LivelyChat.INJECTED.equals(other.answers.get(id));
  }

  private static void differ(List<String> found, String what, Object here, Object there) {
    if (!here.equals(there)) {
      found.add(what + ": " + here + " and not " + there);
    }
  }

  /** Whom each answers; none stands for a message that starts a talk. */
  private static Map<String, String> answers(List<Message> messages) {
    Map<String, String> answers = new TreeMap<>();
    for (ThreadLink link : THREADS.link(messages)) {
      if (isOther(link.messageId())) {
        answers.put(link.messageId(), String.valueOf(link.parentId()));
      }
    }
    return answers;
  }

  /** Figures of somebody but how many threads they start, which depends on who answers whom. */
  private static ParticipantStats figures(ParticipantStats one) {
    return new ParticipantStats(
        one.senderId(),
        one.username(),
        one.bot(),
        one.messages(),
        one.repliesSent(),
        one.repliesReceived(),
        one.questions(),
        one.reactionsReceived(),
        one.characters(),
        one.mediaItems(),
        0);
  }

  private static boolean isOther(String messageId) {
    return !messageId.equals(LivelyChat.INJECTED);
  }
}
