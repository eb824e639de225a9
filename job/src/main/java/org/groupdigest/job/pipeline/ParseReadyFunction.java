package org.groupdigest.job.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.groupdigest.job.model.DeadLetter;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.WindowContext;

/** Reads windows back from the hand-over topic. */
public final class ParseReadyFunction extends ParseEventFunction<ReadyWindow> {

  /** Event type of the records. */
  static final String EVENT_TYPE = "group.window.ready.v1";

  private static final long serialVersionUID = 1L;

  /** Reads the only version there is. */
  public ParseReadyFunction() {
    super(EVENT_TYPE, "window_ready", "a window in the hand-over topic cannot be read");
  }

  @Override
  ReadyWindow read(JsonNode event, RawRecord raw) throws JsonProcessingException {
    WindowContext window = Json.mapper().treeToValue(event.path("payload"), WindowContext.class);
    return window == null || window.window() == null || window.stats() == null
        ? null
        : new ReadyWindow(window, raw.position());
  }

  /** What could not be read. */
  public static DataStream<DeadLetter> deadLetters(SingleOutputStreamOperator<ReadyWindow> read) {
    return DeadLetterTag.of(read);
  }
}
