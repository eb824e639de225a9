package org.groupdigest.job.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.groupdigest.job.model.GroupInfo;
import org.groupdigest.job.model.Message;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.model.MessageOp;
import org.groupdigest.job.model.SourcePosition;

/** Builds messages and their events for tests. */
public final class Messages {

  public static final String TENANT = "acme";
  public static final String GROUP = "backend";

  private Messages() {}

  public static Message message(String id, String at, String sender, String text) {
    return new Message(
        id,
        0,
        Instant.parse(at),
        sender,
        sender,
        null,
        false,
        text,
        null,
        null,
        null,
        Map.of(),
        0,
        List.of());
  }

  public static MessageEvent upsert(String id, int revision, String at, String text) {
    return revised(id, revision, at, "anna", text);
  }

  /** A message of somebody. */
  public static MessageEvent written(String id, String at, String sender, String text) {
    return revised(id, 0, at, sender, text);
  }

  /** A revision of somebody's message. */
  public static MessageEvent revised(
      String id, int revision, String at, String sender, String text) {
    return event(MessageOp.UPSERT, id, revision, at, null, message(id, at, sender, text));
  }

  public static MessageEvent upsert(String id, String at) {
    return upsert(id, 0, at, "text of " + id);
  }

  public static MessageEvent filtered(String id, int revision, String at, String reason) {
    return event(MessageOp.UPSERT, id, revision, at, reason, null);
  }

  public static MessageEvent delete(String id, String at) {
    return event(MessageOp.DELETE, id, 0, at, null, null);
  }

  private static MessageEvent event(
      MessageOp op, String id, int revision, String at, String reason, Message message) {
    Instant time = Instant.parse(at);
    return new MessageEvent(
        TENANT,
        GROUP,
        op,
        id,
        revision,
        time,
        time,
        "trace-" + id,
        new GroupInfo("Backend", null, "telegram"),
        reason,
        message,
        new SourcePosition("test", 0, 0));
  }
}
