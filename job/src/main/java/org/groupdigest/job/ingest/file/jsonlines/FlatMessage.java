package org.groupdigest.job.ingest.file.jsonlines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.groupdigest.job.ingest.file.json.EntryParser;
import org.groupdigest.job.ingest.file.record.Envelopes;
import org.groupdigest.job.ingest.file.record.FileRecord;
import org.groupdigest.job.ingest.file.record.FileTime;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.Marks;
import org.groupdigest.job.model.Json;
import org.groupdigest.job.model.SourcePosition;

/**
 * One flat line to an envelope. Ids may be numbers, times may have any offset or none; everything
 * else is left to the parser. A line that is an envelope already is taken as it is.
 */
final class FlatMessage {

  private static final List<String> HEADER =
      List.of("event_id", "tenant_id", "group_id", "trace_id", "occurred_at", "source");
  private static final List<String> PAYLOAD_IDS =
      List.of("message_id", "sender_id", "reply_to_message_id", "topic_id");
  private static final String SOURCE = "file";

  private final ObjectReader reader =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);
  private final EntryParser repairs = new EntryParser();
  private final ImportOptions options;

  FlatMessage(ImportOptions options) {
    this.options = options;
  }

  /**
   * A line that was read.
   *
   * @param bytes the line
   * @param message the object in it, or null
   * @param repaired whether it was damaged and was put right
   */
  @SuppressWarnings("ArrayRecordComponent") // Never compared.
  record Reading(byte[] bytes, ObjectNode message, boolean repaired) {}

  /** Reads a line. */
  Reading read(byte[] line) {
    try {
      if (!hasHalves(line)) {
        return reading(line, reader.readTree(line), false);
      }
    } catch (IOException e) {
      // Looked at again below.
    }
    EntryParser.Parsed parsed = repairs.parse(line);
    return parsed.repaired() ? reading(line, parsed.value(), true) : strictly(line);
  }

  private Reading strictly(byte[] line) {
    try {
      return reading(line, reader.readTree(line), false);
    } catch (IOException e) {
      return new Reading(line, null, false);
    }
  }

  private static Reading reading(byte[] line, JsonNode node, boolean repaired) {
    return new Reading(line, node instanceof ObjectNode object ? object : null, repaired);
  }

  /** Whether a line has escaped halves of surrogate pairs, which may not be whole. */
  private static boolean hasHalves(byte[] line) {
    for (int i = 0; i + 2 < line.length; i++) {
      if (line[i] == '\\' && line[i + 1] == 'u' && (line[i + 2] | 0x20) == 'd') {
        return true;
      }
    }
    return false;
  }

  /**
   * The record of a line; of a line that is no JSON object, the line itself.
   *
   * @param lastTime time of an entry that does not tell its own
   * @param lastOfCut whether it is the last whole line of a file that is cut off
   */
  FileRecord record(Reading line, Instant lastTime, SourcePosition position, boolean lastOfCut) {
    ObjectNode message = line.message();
    if (message == null) {
      return new FileRecord(line.bytes(), lastTime, position);
    }
    if (message.has("event_type") && message.has("payload")) {
      Instant time = timeOr(message.path("occurred_at"), lastTime);
      return new FileRecord(envelope(line, lastOfCut), time, position);
    }
    Instant postedAt = normaliseTime(message, "posted_at");
    Instant occurredAt = normaliseTime(message, "occurred_at");
    Instant time = occurredAt != null ? occurredAt : postedAt != null ? postedAt : lastTime;
    ObjectNode header = header(message, time);
    PAYLOAD_IDS.forEach(field -> numberToText(message, field));
    Marks.of(message, line.repaired(), lastOfCut);
    return new FileRecord(Envelopes.write(header, message), time, position);
  }

  private static byte[] envelope(Reading line, boolean lastOfCut) {
    boolean marked = line.repaired() || lastOfCut;
    if (marked && line.message().get("payload") instanceof ObjectNode payload) {
      Marks.of(payload, line.repaired(), lastOfCut);
      return Envelopes.bytes(line.message());
    }
    return line.bytes();
  }

  /** Moves what belongs to the envelope out of the flat message. */
  private ObjectNode header(ObjectNode message, Instant time) {
    ObjectNode header = Json.mapper().createObjectNode();
    for (String field : HEADER) {
      JsonNode value = message.remove(field);
      if (value != null && !value.isNull()) {
        header.set(field, value);
      }
    }
    numberToText(header, "tenant_id");
    numberToText(header, "group_id");
    if (!header.has("tenant_id") && options.tenantId() != null) {
      header.put("tenant_id", options.tenantId());
    }
    if (!header.has("source")) {
      header.put("source", SOURCE);
    }
    return header.put("occurred_at", time.toString());
  }

  private Instant normaliseTime(ObjectNode message, String field) {
    Instant time = FileTime.of(message.path(field).textValue(), options.zone());
    if (time != null) {
      message.put(field, time.toString());
    }
    return time;
  }

  private Instant timeOr(JsonNode text, Instant otherwise) {
    Instant time = FileTime.of(text.textValue(), options.zone());
    return time == null ? otherwise : time;
  }

  private static void numberToText(ObjectNode object, String field) {
    JsonNode value = object.get(field);
    if (value != null && value.isIntegralNumber()) {
      object.set(field, TextNode.valueOf(value.asText()));
    }
  }
}
