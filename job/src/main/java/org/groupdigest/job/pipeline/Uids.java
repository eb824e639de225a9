package org.groupdigest.job.pipeline;

/**
 * Fixed ids of the operators: a savepoint finds its state by them, so they never change and are
 * never built from class, topic or configuration. The steps right behind a source or before a sink
 * bear its id with a fixed ending.
 */
public final class Uids {

  public static final String MESSAGES_SOURCE = "messages-source";
  public static final String REQUESTS_SOURCE = "requests-source";
  public static final String POLICIES_SOURCE = "policies-source";
  public static final String READY_SOURCE = "ready-source";
  public static final String ERASURES_SOURCE = "erasures-source";
  public static final String RETENTION_SOURCE = "retention-source";
  public static final String ERASED_SOURCE = "erased-source";
  public static final String PERSISTED_SOURCE = "persisted-source";
  public static final String REMOVED_SOURCE = "removed-source";
  public static final String PARSE_MESSAGES = "parse-messages";
  public static final String PARSE_REQUESTS = "parse-requests";
  public static final String PARSE_POLICIES = "parse-policies";
  public static final String PARSE_READY = "parse-ready";
  public static final String PARSE_ERASURES = "parse-erasures";
  public static final String PARSE_RETENTION = "parse-retention";
  public static final String PARSE_ERASED = "parse-erased";
  public static final String PARSE_STORED = "parse-stored";
  public static final String LOAD_DIGEST = "load-digest";
  public static final String OBJECTS_SINK = "objects-sink";
  public static final String VECTORS_SINK = "vectors-sink";
  public static final String EMBED_TOPICS = "embed-topics";
  public static final String GRAPH_SINK = "graph-sink";
  public static final String CACHE_SINK = "cache-sink";
  public static final String CONTEXT_SINK = "context-sink";
  public static final String CONTEXT_CHANGES = "context-changes";
  public static final String CONTEXT_HISTORY = "context-history";
  public static final String ERASE = "erase";
  public static final String REMOVE = "remove";
  public static final String RELATED_TOPICS = "related-topics";
  public static final String ERASED_EVENTS = "erased-events";
  public static final String MESSAGE_WINDOW = "message-window";
  public static final String ASSEMBLE_CONTEXT = "assemble-context";
  public static final String ADMISSION = "admission";
  public static final String ERASED_MESSAGES = "erased-messages";
  public static final String BASELINE_LOOKUP = "baseline-lookup";
  public static final String ANNOUNCE_FIRST = "announce-segments-emotion";
  public static final String STAGE_FIRST = "segments-emotion";
  public static final String ANNOUNCE_SECOND = "announce-roles-topics";
  public static final String STAGE_SECOND = "roles-topics";
  public static final String ANNOUNCE_THIRD = "announce-synthesis";
  public static final String STAGE_THIRD = "synthesis";
  public static final String ANNOUNCE_QUALITY = "announce-quality";
  public static final String QUALITY = "quality";
  public static final String REPORT_QUALITY = "report-quality";
  public static final String BASELINE = "baseline";
  public static final String DELIVERY_GATE = "delivery-gate";
  public static final String PERSIST = "persist";
  public static final String OUTCOME = "outcome";
  public static final String LEDGER_WRITE = "ledger-write";
  public static final String EVENTS_SINK = "events-sink";
  public static final String READY_SINK = "ready-sink";
  public static final String LATE_SINK = "late-sink";
  public static final String LETTERS_SINK = "dead-letters-sink";
  public static final String LEDGER_SINK = "ledger-sink";
  public static final String DIGESTS_SINK = "digests-sink";

  public static final String READY_EVENTS = "ready-events";
  public static final String LATE_EVENTS = "late-events";
  public static final String INGEST_LETTERS = "ingest-letters";
  public static final String GENERATION_LETTERS = "generation-letters";
  public static final String RETENTION_LETTERS = "retention-letters";

  private Uids() {}
}
