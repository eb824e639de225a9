package org.groupdigest.job.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import java.util.function.BiConsumer;
import org.groupdigest.job.model.ErrorCode;
import org.groupdigest.job.model.SourcePosition;

/**
 * Parses the rare records of a control topic (policies, requests) against their JSON Schema. Bad
 * input is a dead letter, never an exception.
 *
 * @param <T> what a valid record means
 */
public final class ControlParser<T> {

  /** Makes a value out of a record that fits the schema. */
  @FunctionalInterface
  public interface Reader<T> {
    /**
     * @throws DateTimeException for times and zones that the schema cannot check
     */
    T read(JsonNode record);
  }

  private final String eventType;
  private final JsonSchema schema;
  private final Reader<T> reader;
  private final DeadLetters letters;
  private final TextMasker masker;
  private final RecordDecoder decoder = new RecordDecoder();

  /**
   * @param eventType event type, which names the schema too
   * @param reader makes the value
   * @param masker masks the snippet of a dead letter
   */
  public ControlParser(String eventType, Reader<T> reader, TextMasker masker) {
    this.eventType = eventType;
    this.schema = schema(eventType);
    this.reader = reader;
    this.masker = masker;
    this.letters = new DeadLetters(masker);
  }

  /**
   * Parses a record; exactly one of the two consumers is called.
   *
   * @param value bytes of the record
   * @param position where it was read
   * @param brokerTime when the broker took it
   * @param accepted takes the value and the broker time
   * @param refused takes the dead letter
   */
  public void parse(
      byte[] value,
      SourcePosition position,
      Instant brokerTime,
      BiConsumer<T, Instant> accepted,
      java.util.function.Consumer<org.groupdigest.job.model.DeadLetter> refused) {
    RecordDecoder.Decoded decoded = decoder.decode(value);
    Rejection rejection = decoded.rejection();
    T read = null;
    if (rejection == null) {
      rejection = violation(decoded.object());
    }
    PersonalIds.mask(decoded.object(), masker);
    if (rejection == null) {
      try {
        read = reader.read(decoded.object());
      } catch (DateTimeException e) {
        rejection = new Rejection(ErrorCode.SCHEMA_VIOLATION, "a time or time zone is not one");
      }
    }
    if (rejection == null) {
      accepted.accept(read, brokerTime);
    } else {
      refused.accept(letters.of(rejection, decoded.object(), value, position, brokerTime));
    }
  }

  private Rejection violation(JsonNode record) {
    JsonNode type = record.path("event_type");
    if (type.isTextual() && !type.textValue().equals(eventType)) {
      return new Rejection(ErrorCode.UNKNOWN_EVENT_TYPE, "event_type is not " + eventType);
    }
    Set<ValidationMessage> messages = schema.validate(record);
    if (messages.isEmpty()) {
      return null;
    }
    // A validation message may quote the value, its place and keyword do not.
    ValidationMessage first = messages.iterator().next();
    return new Rejection(
        ErrorCode.SCHEMA_VIOLATION, first.getInstanceLocation() + ": " + first.getType());
  }

  private static JsonSchema schema(String eventType) {
    String path = "/schemas/events/" + eventType + ".json";
    try (InputStream in = ControlParser.class.getResourceAsStream(path)) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }
}
