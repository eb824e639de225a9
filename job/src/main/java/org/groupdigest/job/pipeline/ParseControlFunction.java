package org.groupdigest.job.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.groupdigest.job.ingest.ControlParser;
import org.groupdigest.job.model.DeterministicIds;

/**
 * Parses requests of a control topic against their JSON Schema. Side output: dead letters.
 *
 * @param <T> what a valid record means
 * @param <O> what goes on
 */
abstract class ParseControlFunction<T, O> extends ProcessFunction<RawRecord, O> {

  private static final long serialVersionUID = 1L;

  private final String eventType;
  private final String piiKey;

  private transient ControlParser<T> parser;
  private transient DeadLetterCounter deadLetters;

  /**
   * @param eventType event type of the records
   * @param piiKey secret of the pseudonyms, for the snippets of dead letters
   */
  ParseControlFunction(String eventType, String piiKey) {
    this.eventType = eventType;
    this.piiKey = piiKey;
  }

  @Override
  public void open(OpenContext context) {
    deadLetters = new DeadLetterCounter(getRuntimeContext().getMetricGroup());
    parser = new ControlParser<>(eventType, this::read, Maskers.withKey(piiKey));
  }

  /** What a record that fits the schema means. */
  abstract T read(JsonNode record);

  /** Hands it on. */
  abstract void accept(T value, Instant brokerTime, Collector<O> out);

  @Override
  public void processElement(RawRecord raw, Context context, Collector<O> out) {
    parser.parse(
        raw.value(),
        raw.position(),
        raw.brokerTime(),
        (value, time) -> accept(value, time, out),
        letter -> context.output(DeadLetterTag.TAG, deadLetters.counted(letter)));
  }

  /** The trace of a record; one that names none gets the same every time. */
  static String traceId(JsonNode record) {
    String trace = record.path("trace_id").asText();
    return trace.isBlank()
        ? DeterministicIds.of("trace", record.get("event_id").textValue())
        : trace;
  }

  /** When the record says that it happened. */
  static Instant occurredAt(JsonNode record) {
    return Instant.parse(record.get("occurred_at").textValue());
  }
}
