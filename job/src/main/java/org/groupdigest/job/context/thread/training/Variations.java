package org.groupdigest.job.context.thread.training;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.groupdigest.job.model.Message;

/**
 * Makes quiet chats out of a crowded one, so that a model trained on IRC channels also knows small
 * and slow groups: only some conversations are kept, and time runs slower.
 */
final class Variations {

  private static final double MOST_KEPT = 0.5;
  private static final double SLOWEST = 60;

  private Variations() {}

  /**
   * The annotated part of a log with a random share of its conversations, slowed down at random.
   */
  static AnnotatedLog quieter(AnnotatedLog log, SplittableRandom random) {
    Map<String, String> roots = roots(log);
    double share = random.nextDouble() * MOST_KEPT;
    Set<String> kept = new HashSet<>();
    for (String root : new java.util.TreeSet<>(roots.values())) {
      if (random.nextDouble() < share) {
        kept.add(root);
      }
    }
    Map<String, Set<String>> parents = new LinkedHashMap<>();
    log.parents()
        .forEach(
            (id, to) -> {
              if (kept.contains(roots.get(id))) {
                Set<String> keptParents = new LinkedHashSet<>(to);
                keptParents.removeIf(parent -> !kept.contains(roots.get(parent)));
                parents.put(id, keptParents);
              }
            });
    return new AnnotatedLog(log.name(), slowed(keep(log, roots, kept), random), parents);
  }

  /** The log at another tempo: 1 to 60 times slower. */
  static AnnotatedLog slower(AnnotatedLog log, SplittableRandom random) {
    return new AnnotatedLog(log.name(), slowed(log.messages(), random), log.parents());
  }

  /** The log with a random share of its links given as reply links. */
  static AnnotatedLog withReplies(AnnotatedLog log, double share, SplittableRandom random) {
    List<Message> messages = new ArrayList<>(log.messages().size());
    for (Message message : log.messages()) {
      String id = message.messageId();
      Set<String> parents = log.parents().getOrDefault(id, Set.of(id));
      boolean given = !parents.contains(id) && random.nextDouble() < share;
      messages.add(given ? Messages.answering(message, parents.iterator().next()) : message);
    }
    return new AnnotatedLog(log.name(), messages, log.parents());
  }

  private static List<Message> keep(AnnotatedLog log, Map<String, String> roots, Set<String> kept) {
    return log.messages().stream()
        .filter(message -> kept.contains(roots.get(message.messageId())))
        .toList();
  }

  private static List<Message> slowed(List<Message> messages, SplittableRandom random) {
    double factor = Math.exp(random.nextDouble() * Math.log(SLOWEST));
    List<Message> slowed = new ArrayList<>(messages.size());
    Instant start = messages.isEmpty() ? Instant.EPOCH : messages.get(0).postedAt();
    for (Message message : messages) {
      long millis = Duration.between(start, message.postedAt()).toMillis();
      slowed.add(Messages.at(message, start.plusMillis((long) (millis * factor))));
    }
    return slowed;
  }

  /** By message id, the first message of its conversation; parents outside the annotation count. */
  private static Map<String, String> roots(AnnotatedLog log) {
    Map<String, String> roots = new HashMap<>();
    for (Message message : log.messages()) {
      Set<String> parents = log.parents().get(message.messageId());
      String id = message.messageId();
      if (parents != null) {
        String parent = parents.iterator().next();
        roots.put(id, parent.equals(id) ? id : roots.computeIfAbsent(parent, p -> p));
      }
    }
    return roots;
  }
}
