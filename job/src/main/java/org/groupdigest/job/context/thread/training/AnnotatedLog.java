package org.groupdigest.job.context.thread.training;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.groupdigest.job.model.Message;

/**
 * A stretch of chat in which people have marked who answers what.
 *
 * @param name name of the stretch
 * @param messages all messages in time order
 * @param parents by message id, for the annotated messages only: the messages it answers, or itself
 *     when it starts a conversation
 */
public record AnnotatedLog(String name, List<Message> messages, Map<String, Set<String>> parents) {

  /** The log from so many messages before the first annotated one; parents before that are lost. */
  AnnotatedLog withContext(int before) {
    int first = 0;
    while (first < messages.size() && !parents.containsKey(messages.get(first).messageId())) {
      first++;
    }
    return new AnnotatedLog(
        name, messages.subList(Math.max(0, first - before), messages.size()), parents);
  }
}
