package org.groupdigest.job.context.thread;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.groupdigest.job.context.thread.link.CueWords;
import org.groupdigest.job.context.thread.link.LinkDecoder;
import org.groupdigest.job.context.thread.link.LinkModel;
import org.groupdigest.job.context.thread.link.LinkModelFile;
import org.groupdigest.job.context.thread.link.LinkedStream;
import org.groupdigest.job.context.thread.link.MessageStream;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageThread;

/**
 * Finds out which message answers which and cuts a window into threads. Reply links come first.
 * Without one, a small ranking model weighs nearness, mentions, words in common and the talk so
 * far; a link under a confidence of 0.6 is not made. Forum topics are linked apart: only a reply
 * link leads from one into another. A reply to something outside the window starts its own
 * conversation.
 *
 * <p>Deterministic, without state between calls, safe for use by several threads. Time grows with
 * the number of messages, because each message has a bounded number of candidate parents.
 */
public final class ThreadBuilder {

  private final LinkDecoder decoder;
  private final CueWords cueWords;

  /** Links with a model of one's own; {@link #bundled()} is what the product uses. */
  public ThreadBuilder(LinkModel model, CueWords cueWords) {
    this.decoder = new LinkDecoder(model);
    this.cueWords = cueWords;
  }

  /** Links with the model and cue words that come with the product. */
  public static ThreadBuilder bundled() {
    return new ThreadBuilder(LinkModelFile.bundled(), CueWords.bundled());
  }

  /**
   * The parent of each message.
   *
   * @param messages of one group, in time order
   * @return one link a message, in the same order
   */
  public List<ThreadLink> link(List<Message> messages) {
    ThreadLink[] links = new ThreadLink[messages.size()];
    for (int[] topic : topics(messages)) {
      linkTopic(messages, topic, links);
    }
    linkAcrossTopics(messages, links);
    return List.of(links);
  }

  /**
   * Threads of at most 20 messages: every connected set of messages makes one, single messages too.
   *
   * @param messages of one group, in time order
   * @param links what {@link #link} gave for them, or a part of it
   * @return in the order of their first messages, longer conversations in parts
   */
  public List<MessageThread> threads(List<Message> messages, List<ThreadLink> links) {
    return ThreadAssembler.assemble(messages, links);
  }

  private void linkTopic(List<Message> messages, int[] topic, ThreadLink[] links) {
    List<Message> own = Arrays.stream(topic).mapToObj(messages::get).toList();
    LinkedStream linked = decoder.decode(MessageStream.of(own, cueWords));
    for (int i = 0; i < topic.length; i++) {
      int parent = linked.parent(i);
      links[topic[i]] =
          new ThreadLink(
              own.get(i).messageId(),
              parent == MessageStream.NONE ? null : own.get(parent).messageId(),
              linked.confidence(i));
    }
  }

  /** Follows reply links whose target is an earlier message of another topic. */
  private static void linkAcrossTopics(List<Message> messages, ThreadLink[] links) {
    Map<String, Integer> seen = new LinkedHashMap<>();
    for (int i = 0; i < links.length; i++) {
      Message message = messages.get(i);
      String target = message.replyToMessageId();
      if (links[i].parentId() == null && target != null && seen.containsKey(target)) {
        links[i] = new ThreadLink(message.messageId(), target, 1);
      }
      seen.putIfAbsent(message.messageId(), i);
    }
  }

  private static List<int[]> topics(List<Message> messages) {
    Map<String, List<Integer>> byTopic = new LinkedHashMap<>();
    for (int i = 0; i < messages.size(); i++) {
      String topic = Objects.requireNonNullElse(messages.get(i).topicId(), "");
      byTopic.computeIfAbsent(topic, t -> new ArrayList<>()).add(i);
    }
    return byTopic.values().stream()
        .map(positions -> positions.stream().mapToInt(Integer::intValue).toArray())
        .toList();
  }
}
