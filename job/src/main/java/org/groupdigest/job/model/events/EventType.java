package org.groupdigest.job.model.events;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What the job announces. Each type has a topic of its own and a JSON Schema in {@code
 * schemas/events}; constants are only ever added.
 */
public enum EventType {
  /** A window has closed; its context follows. */
  WINDOW_READY("group.window.ready"),
  /** A message came after its window had closed. */
  MESSAGE_LATE("group.message.late"),
  /** Messages, or all of a sender, must go from everything that is stored. */
  MESSAGES_ERASED("group.message.erased"),
  /** A window's context was assembled, in numbers. */
  CONTEXT_PREPARED("digest.context.prepared"),
  /** A stage has begun. */
  STAGE_STARTED("group.digest.stage.started"),
  /** A stage has an artifact. */
  STAGE_COMPLETED("group.digest.stage.completed"),
  /** A digest will not go out. */
  BLOCKED("group.digest.blocked"),
  /** A digest may go out. */
  READY_FOR_DELIVERY("digest.ready_for_delivery"),
  /** A digest is stored; said only after the commit. */
  PERSISTED("digest.persisted"),
  /** A digest is gone from the store; said only after the commit. */
  REMOVED("digest.removed"),
  /** A digest has reached an address. */
  DELIVERED("digest.delivered"),
  /** A record that ingest or delivery could not process. */
  DEAD_LETTER("group.digest.dlq"),
  /** A window that no digest could be made of. */
  GENERATION_DEAD_LETTER("digests.generate.dlq");

  private static final String VERSION = ".v1";

  private final String topic;

  EventType(String topic) {
    this.topic = topic;
  }

  /** The topic it goes to. */
  public String topic() {
    return topic;
  }

  /** The name in the envelope: the topic and the version of the payload. */
  @JsonValue
  public String wireName() {
    return topic + VERSION;
  }

  /** The class path resource of its JSON Schema. */
  public String schemaResource() {
    return "/schemas/events/" + topic + ".json";
  }
}
