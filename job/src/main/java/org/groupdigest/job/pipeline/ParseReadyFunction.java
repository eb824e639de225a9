package org.groupdigest.job.pipeline;

import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.ErrorCode;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.WindowContext;

/**
 * Reads windows back from the hand-over topic. Only this product writes there, so what cannot be
 * read is a version that this job does not know: a dead letter, to be replayed after an upgrade.
 */
public final class ParseReadyFunction extends ProcessFunction<RawRecord, ReadyWindow> {

  /** Event type of the records. */
  static final String EVENT_TYPE = "group.window.ready.v1";

  private static final long serialVersionUID = 1L;

  private transient DeadLetterCounter deadLetters;

  @Override
  public void open(OpenContext context) {
    deadLetters = new DeadLetterCounter(getRuntimeContext().getMetricGroup());
  }

  @Override
  public void processElement(RawRecord raw, Context context, Collector<ReadyWindow> out) {
    try {
      JsonNode event = Json.mapper().readTree(raw.value());
      if (!EVENT_TYPE.equals(event.path("event_type").asText())) {
        refuse(raw, ErrorCode.UNKNOWN_EVENT_TYPE, context);
        return;
      }
      WindowContext window = Json.mapper().treeToValue(event.path("payload"), WindowContext.class);
      if (window == null || window.window() == null || window.stats() == null) {
        refuse(raw, ErrorCode.SCHEMA_VIOLATION, context);
        return;
      }
      out.collect(new ReadyWindow(window, raw.position()));
    } catch (DatabindException e) {
      refuse(raw, ErrorCode.SCHEMA_VIOLATION, context);
    } catch (IOException | IllegalArgumentException e) {
      refuse(raw, ErrorCode.NOT_JSON, context);
    }
  }

  private void refuse(RawRecord raw, ErrorCode code, Context context) {
    context.output(DeadLetterTag.TAG, deadLetters.counted(letter(raw, code)));
  }

  /** What could not be read. */
  public static DataStream<DeadLetter> deadLetters(SingleOutputStreamOperator<ReadyWindow> read) {
    return DeadLetterTag.of(read);
  }

  private static DeadLetter letter(RawRecord raw, ErrorCode code) {
    Instant seen = raw.brokerTime();
    return new DeadLetter(
        "window_ready",
        code,
        "a window in the hand-over topic cannot be read",
        null,
        "",
        0,
        seen,
        null,
        code.nextAction(),
        "",
        "",
        "",
        raw.position());
  }
}
