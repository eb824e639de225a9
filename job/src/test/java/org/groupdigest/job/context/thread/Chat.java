package org.groupdigest.job.context.thread;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.Message;

/** Builds small chats for tests: messages m1, m2, ... at the seconds given. */
public final class Chat {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private final List<Message> messages = new ArrayList<>();

  /** Adds a message. */
  public Chat says(int second, String who, String text) {
    return add(second, who, null, text, null, null);
  }

  /** Adds a message of somebody with a display name. */
  public Chat says(int second, String who, String displayName, String text) {
    return add(second, who, displayName, text, null, null);
  }

  /** Adds a message with a reply link. */
  public Chat replies(int second, String who, String text, String to) {
    return add(second, who, null, text, to, null);
  }

  /** Adds a message in a forum topic, with a reply link or null. */
  public Chat inTopic(String topic, int second, String who, String text, String to) {
    return add(second, who, null, text, to, topic);
  }

  /** The messages so far. */
  public List<Message> messages() {
    return List.copyOf(messages);
  }

  private Chat add(
      int second, String who, String displayName, String text, String to, String topic) {
    messages.add(
        new Message(
            "m" + (messages.size() + 1),
            0,
            START.plusSeconds(second),
            "id-" + who,
            who,
            displayName,
            false,
            text,
            to,
            topic,
            null,
            Map.of(),
            0,
            List.of()));
    return this;
  }
}
