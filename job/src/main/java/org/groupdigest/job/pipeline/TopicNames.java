package org.groupdigest.job.pipeline;

import java.util.List;

/** The product's topics. */
public final class TopicNames {

  public static final String MESSAGES = "group.message.ingested";
  public static final String POLICIES = "digest.tenant.policy";
  public static final String REQUESTS = "digest.generate.requested";
  public static final String ERASURES = "digest.erasure.requested";
  public static final String RETENTION = "digest.retention.requested";
  public static final String WINDOW_READY = "group.window.ready";
  public static final String LATE = "group.message.late";
  public static final String ERASED = "group.message.erased";
  public static final String CONTEXT_PREPARED = "digest.context.prepared";
  public static final String STAGE_STARTED = "group.digest.stage.started";
  public static final String STAGE_COMPLETED = "group.digest.stage.completed";
  public static final String BLOCKED = "group.digest.blocked";
  public static final String READY_FOR_DELIVERY = "digest.ready_for_delivery";
  public static final String PERSISTED = "digest.persisted";
  public static final String REMOVED = "digest.removed";
  public static final String DELIVERED = "digest.delivered";
  public static final String INGEST_DLQ = "group.digest.dlq";
  public static final String GENERATE_DLQ = "digests.generate.dlq";

  /** Every topic, inputs first. */
  public static final List<String> ALL =
      List.of(
          MESSAGES,
          POLICIES,
          REQUESTS,
          ERASURES,
          RETENTION,
          WINDOW_READY,
          LATE,
          ERASED,
          CONTEXT_PREPARED,
          STAGE_STARTED,
          STAGE_COMPLETED,
          BLOCKED,
          READY_FOR_DELIVERY,
          PERSISTED,
          REMOVED,
          DELIVERED,
          INGEST_DLQ,
          GENERATE_DLQ);

  private TopicNames() {}
}
