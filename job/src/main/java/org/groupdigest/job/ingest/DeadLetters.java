package org.groupdigest.job.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.SourcePosition;

/** Makes dead letters of refused records; nothing unmasked gets into them. */
final class DeadLetters {

  private static final String STAGE = "ingest";

  private final TextMasker masker;

  DeadLetters(TextMasker masker) {
    this.masker = masker;
  }

  /**
   * The dead letter of a record.
   *
   * @param rejection why it was refused
   * @param record the record as far as it could be read, or null
   * @param value bytes of the record, or null
   */
  DeadLetter of(
      Rejection rejection,
      JsonNode record,
      byte[] value,
      SourcePosition position,
      Instant brokerTime) {
    String tenantId = knownId(record, "tenant_id");
    return new DeadLetter(
        STAGE,
        rejection.code(),
        rejection.error(),
        null,
        Snippet.of(value, tenantId, masker),
        0,
        brokerTime,
        null,
        rejection.code().nextAction(),
        tenantId,
        knownId(record, "group_id"),
        knownId(record, "trace_id"),
        position);
  }

  private static String knownId(JsonNode record, String field) {
    boolean usable = record != null && new FieldChecks(record, "").id(field).violation() == null;
    return usable ? record.get(field).textValue() : "";
  }
}
