package org.groupdigest.job.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/**
 * Reads the event time of a message record without reading the rest, for the watermarks of each
 * partition: {@code payload.posted_at}, clamped to the broker's time + 5 min.
 */
public final class EventTimes {

  /** Event time of a record that tells none: it moves no watermark. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  /** How far a sender's clock may run ahead of the broker's. */
  static final Duration AHEAD = Duration.ofMinutes(5);

  private static final JsonFactory JSON = new JsonFactory();

  private EventTimes() {}

  /**
   * Event time of a record.
   *
   * @param value bytes of the record, or null
   * @param brokerMillis when the broker took it, epoch milliseconds
   * @return epoch milliseconds, or {@link #UNKNOWN}
   */
  public static long of(byte[] value, long brokerMillis) {
    if (value == null || value.length > RecordDecoder.MAX_BYTES) {
      return UNKNOWN;
    }
    try (JsonParser parser = JSON.createParser(value)) {
      Instant posted = postedAt(parser);
      return posted == null
          ? UNKNOWN
          : Math.min(posted.toEpochMilli(), brokerMillis + AHEAD.toMillis());
    } catch (IOException | ArithmeticException e) {
      return UNKNOWN;
    }
  }

  private static Instant postedAt(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT || !moveTo(parser, "payload")) {
      return null;
    }
    if (parser.nextToken() != JsonToken.START_OBJECT || !moveTo(parser, "posted_at")) {
      return null;
    }
    return parser.nextToken() == JsonToken.VALUE_STRING ? UtcTime.parse(parser.getText()) : null;
  }

  /** Moves to a field of the current object, over all that comes before it. */
  private static boolean moveTo(JsonParser parser, String field) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      if (parser.currentName().equals(field)) {
        return true;
      }
      parser.nextToken();
      parser.skipChildren();
    }
    return false;
  }
}
