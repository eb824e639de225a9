package org.groupdigest.job.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.groupdigest.job.model.ErrorCode;

/**
 * Bytes of a record to a JSON object, with hard limits: size, strict UTF-8, nesting depth, length
 * of numbers, one value only, no field twice. Thread-safe.
 */
final class RecordDecoder {

  /** Largest record value in bytes: 1 MiB. */
  static final int MAX_BYTES = 1 << 20;

  static final int MAX_DEPTH = 32;
  static final int MAX_NUMBER_LENGTH = 64;

  private static final char REPLACEMENT = '\uFFFD';

  private final ObjectReader reader =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxNumberLength(MAX_NUMBER_LENGTH)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  /** Either the object or why there is none; exactly one of the two is null. */
  record Decoded(JsonNode object, Rejection rejection) {}

  /** Decodes a record value; null is a tombstone and rejected like an empty one. */
  Decoded decode(byte[] value) {
    if (value == null || value.length == 0) {
      return rejected(ErrorCode.NOT_JSON, "the record is empty");
    }
    if (value.length > MAX_BYTES) {
      return rejected(
          ErrorCode.TOO_LARGE, "the record has " + value.length + " bytes, at most " + MAX_BYTES);
    }
    String text = new String(value, StandardCharsets.UTF_8);
    if (text.indexOf(REPLACEMENT) >= 0 && !isUtf8(value)) {
      return rejected(ErrorCode.NOT_JSON, "the record is not UTF-8");
    }
    return parse(text);
  }

  private Decoded parse(String text) {
    try {
      JsonNode root = reader.readTree(text);
      return root.isObject()
          ? new Decoded(root, null)
          : rejected(ErrorCode.SCHEMA_VIOLATION, "the record is not a JSON object");
    } catch (StreamConstraintsException e) {
      return rejected(
          ErrorCode.SCHEMA_VIOLATION,
          "nested deeper than " + MAX_DEPTH + " or a number over " + MAX_NUMBER_LENGTH + " digits");
    } catch (JsonParseException e) {
      return syntaxError(e);
    } catch (JsonProcessingException e) {
      return rejected(ErrorCode.NOT_JSON, "the record is not one JSON value");
    }
  }

  /** Jackson's own text quotes the record, so only the place is passed on. */
  private static Decoded syntaxError(JsonParseException e) {
    String message = e.getOriginalMessage();
    if (message != null && message.startsWith("Duplicate field")) {
      return rejected(ErrorCode.SCHEMA_VIOLATION, "a field stands twice in one object");
    }
    long column = e.getLocation() == null ? -1 : e.getLocation().getCharOffset();
    return rejected(ErrorCode.NOT_JSON, "the record is not JSON at character " + column);
  }

  private static boolean isUtf8(byte[] value) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private static Decoded rejected(ErrorCode code, String error) {
    return new Decoded(null, new Rejection(code, error));
  }
}
