package org.groupdigest.job.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.groupdigest.job.model.ErrorCode;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.MessageEvent;
import org.groupdigest.job.model.SourcePosition;

/**
 * Parses, validates and masks records of {@code group.message.ingested}. Whatever the bytes are,
 * the outcome is a value: this never throws for bad input. Thread-safe as far as the masker is.
 *
 * <pre>{@code
 * MessageParser parser = new MessageParser((tenant, text) -> masker.mask(tenant, text).text());
 * switch (parser.parse(record.value(), position, brokerTime)) { ... }
 * }</pre>
 */
public final class MessageParser {

  private final RecordDecoder decoder = new RecordDecoder();
  private final EventBuilder builder;
  private final DeadLetters letters;
  private final TextMasker masker;

  /** A parser that masks with {@code masker} before anything is kept. */
  public MessageParser(TextMasker masker) {
    this.masker = masker;
    this.letters = new DeadLetters(masker);
    this.builder = new EventBuilder(masker);
  }

  /**
   * Parses one record.
   *
   * @param value the record's value; null (a tombstone) is invalid
   * @param position where it came from
   * @param brokerTime when the broker took it; event time is clamped to five minutes after it
   */
  public ParsedRecord parse(byte[] value, SourcePosition position, Instant brokerTime) {
    RecordDecoder.Decoded decoded = decoder.decode(value);
    Rejection rejection =
        decoded.rejection() != null ? decoded.rejection() : rejection(decoded.object());
    PersonalIds.mask(decoded.object(), masker);
    if (rejection != null) {
      return new ParsedRecord.Invalid(
          letters.of(rejection, decoded.object(), value, position, brokerTime));
    }
    MessageEvent event = builder.build(decoded.object(), position, brokerTime);
    GroupKey key = new GroupKey(event.tenantId(), event.groupId());
    return new ParsedRecord.Accepted(key, event);
  }

  private static Rejection rejection(JsonNode record) {
    JsonNode type = record.path("event_type");
    if (type.isTextual() && !type.textValue().equals(EventValidator.EVENT_TYPE)) {
      return new Rejection(
          ErrorCode.UNKNOWN_EVENT_TYPE, "event_type is not " + EventValidator.EVENT_TYPE);
    }
    String violation = EventValidator.violation(record);
    return violation == null ? null : new Rejection(ErrorCode.SCHEMA_VIOLATION, violation);
  }
}
