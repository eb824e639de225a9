package org.groupdigest.job.redact;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.groupdigest.job.model.SourceMessage;

/**
 * What is to vanish from one digest.
 *
 * @param messageIds messages
 * @param people people of whom nothing is left
 */
record Erased(Set<String> messageIds, ErasedPeople people) {

  private static final Pattern PART = Pattern.compile("-part\\d+$");

  /** The messages, and the people of whom they were all that the digest had. */
  static Erased of(List<SourceMessage> sources, Set<String> messageIds) {
    return new Erased(messageIds, ErasedPeople.of(sources, messageIds));
  }

  /** Whether a message is erased; null is none. */
  boolean has(String messageId) {
    return messageId != null && messageIds.contains(messageId);
  }

  /** Whether one of the sources is erased. */
  boolean isCited(List<String> sources) {
    return sources != null && sources.stream().anyMatch(this::has);
  }

  /** Whether a text must go: for a source that is erased or for somebody it names. */
  boolean isIn(String text, List<String> sources) {
    return isCited(sources) || people.areNamedIn(text);
  }

  /** The texts that name none of the people. */
  List<String> harmless(List<String> texts) {
    return texts == null ? null : texts.stream().filter(text -> !people.areNamedIn(text)).toList();
  }

  /** The names that are not theirs. */
  List<String> others(List<String> shownNames) {
    return shownNames == null
        ? null
        : shownNames.stream().filter(name -> !people.include(name)).toList();
  }

  /** The message ids that are left. */
  List<String> left(List<String> ids) {
    return ids == null ? null : ids.stream().filter(id -> !has(id)).toList();
  }

  /** The threads that are not named after an erased message. */
  List<String> threads(List<String> threadIds) {
    return threadIds == null ? null : threadIds.stream().filter(id -> !has(root(id))).toList();
  }

  /** A thread's id is {@code t-} and the id of its first message, later parts are numbered. */
  private static String root(String threadId) {
    String whole = PART.matcher(threadId).replaceFirst("");
    return whole.startsWith("t-") ? whole.substring(2) : whole;
  }
}
