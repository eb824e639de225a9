package org.groupdigest.job.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.ErrorCode;
import org.groupdigest.job.model.Json;

/**
 * Reads back events that this product wrote itself. What cannot be read is a version that this job
 * does not know: a dead letter, to be replayed after an upgrade.
 *
 * @param <T> what an event says
 */
abstract class ParseEventFunction<T> extends ProcessFunction<RawRecord, T> {

  private static final long serialVersionUID = 1L;

  private final String eventType;
  private final String stage;
  private final String error;

  private transient DeadLetterCounter deadLetters;

  /**
   * @param eventType event type of the records
   * @param stage which step a dead letter names
   * @param error what it says, one line
   */
  ParseEventFunction(String eventType, String stage, String error) {
    this.eventType = eventType;
    this.stage = stage;
    this.error = error;
  }

  @Override
  public void open(OpenContext context) {
    deadLetters = new DeadLetterCounter(getRuntimeContext().getMetricGroup());
  }

  /**
   * What an event of the right type says, or null when something is missing.
   *
   * @throws JsonProcessingException when its payload is another
   * @throws DateTimeException when a time is none
   */
  abstract T read(JsonNode event, RawRecord raw) throws JsonProcessingException;

  @Override
  public void processElement(RawRecord raw, Context context, Collector<T> out) {
    try {
      JsonNode event = Json.mapper().readTree(raw.value());
      if (!eventType.equals(event.path("event_type").asText())) {
        refuse(raw, ErrorCode.UNKNOWN_EVENT_TYPE, context);
        return;
      }
      T read = read(event, raw);
      if (read == null) {
        refuse(raw, ErrorCode.SCHEMA_VIOLATION, context);
        return;
      }
      out.collect(read);
    } catch (DatabindException | DateTimeException e) {
      refuse(raw, ErrorCode.SCHEMA_VIOLATION, context);
    } catch (IOException | IllegalArgumentException e) {
      refuse(raw, ErrorCode.NOT_JSON, context);
    }
  }

  private void refuse(RawRecord raw, ErrorCode code, Context context) {
    context.output(DeadLetterTag.TAG, deadLetters.counted(letter(raw, code)));
  }

  private DeadLetter letter(RawRecord raw, ErrorCode code) {
    Instant seen = raw.brokerTime();
    return new DeadLetter(
        stage, code, error, null, "", 0, seen, null, code.nextAction(), "", "", "", raw.position());
  }
}
