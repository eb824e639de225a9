package org.groupdigest.job.ingest.file.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;

/**
 * Bytes of one value to a tree: as they are, or repaired where that is clear. Duplicate names are
 * no damage here: the last one counts. Not thread-safe.
 */
public final class EntryParser {

  private static final int MAX_DEPTH = 64;
  private static final int MAX_NUMBER_LENGTH = 64;

  private final ObjectReader strict = reader(false);
  private final ObjectReader lenient = reader(true);

  /**
   * A parsed value.
   *
   * @param value the value, or null
   * @param problem why there is none, without any of its text; or null
   * @param repaired whether something was put right
   */
  public record Parsed(JsonNode value, String problem, boolean repaired) {

    JsonPart as(JsonPart.Kind kind, String path, long offset) {
      return new JsonPart(kind, path, value, problem, repaired, offset);
    }
  }

  /** The value of some bytes. */
  public Parsed parse(byte[] bytes) {
    return parse(bytes, true);
  }

  /**
   * The value of some bytes.
   *
   * @param suspicious whether they may hold what a strict parser takes and yet is damaged
   */
  Parsed parse(byte[] bytes, boolean suspicious) {
    if (suspicious) {
      byte[] repaired = JsonRepair.of(bytes);
      return Arrays.equals(repaired, bytes) ? asItIs(bytes, false) : leniently(repaired);
    }
    return asItIs(bytes, true);
  }

  private Parsed asItIs(byte[] bytes, boolean mayRepair) {
    try {
      return new Parsed(strict.readTree(bytes), null, false);
    } catch (StreamConstraintsException e) {
      return tooDeep();
    } catch (IOException e) {
      return leniently(mayRepair ? JsonRepair.of(bytes) : bytes);
    }
  }

  private Parsed leniently(byte[] bytes) {
    try {
      return new Parsed(lenient.readTree(bytes), null, true);
    } catch (StreamConstraintsException e) {
      return tooDeep();
    } catch (JsonProcessingException e) {
      long at = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getByteOffset());
      return new Parsed(null, "not JSON behind byte " + at + " of it", false);
    } catch (IOException e) {
      return new Parsed(null, "not JSON", false);
    }
  }

  private static Parsed tooDeep() {
    String problem = "nested deeper than " + MAX_DEPTH + ", or a number too long";
    return new Parsed(null, problem, false);
  }

  private static ObjectReader reader(boolean lenient) {
    StreamReadConstraints limits =
        StreamReadConstraints.builder()
            .maxNestingDepth(MAX_DEPTH)
            .maxNumberLength(MAX_NUMBER_LENGTH)
            .build();
    JsonFactory factory = JsonFactory.builder().streamReadConstraints(limits).build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .configure(JsonReadFeature.ALLOW_TRAILING_COMMA, lenient)
        .configure(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS, lenient)
        .build()
        .readerFor(JsonNode.class);
  }
}
