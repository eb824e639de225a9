package org.groupdigest.job.stage.guard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.Json;

/**
 * Finds JSON objects in an answer, wherever they stand: bare, in a fence, between sentences. A
 * single pass for each opening brace that could start an object, and at most {@value #MAX_STARTS}
 * of those, so that no answer can make it slow.
 */
final class AnswerJson {

  static final int MAX_LENGTH = 1 << 20;
  private static final int MAX_STARTS = 64;
  private static final ObjectReader READER =
      Json.mapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private AnswerJson() {}

  /** The objects of an answer that parse, outermost only, in order. */
  static List<JsonNode> objectsIn(String answer) {
    List<JsonNode> objects = new ArrayList<>();
    int start = answer.indexOf('{');
    for (int tries = 0; start >= 0 && tries < MAX_STARTS; tries++) {
      int end = balancedEnd(answer, start);
      JsonNode object = end < 0 ? null : parse(answer.substring(start, end));
      if (object != null) {
        objects.add(object);
      }
      start = answer.indexOf('{', object == null ? start + 1 : end);
    }
    return objects;
  }

  /** The index after the brace that closes the one at {@code start}, or -1. */
  private static int balancedEnd(String text, int start) {
    int depth = 0;
    boolean inString = false;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inString) {
        i += c == '\\' ? 1 : 0;
        inString = c != '"';
      } else if (c == '"') {
        inString = true;
      } else if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private static JsonNode parse(String candidate) {
    try {
      return READER.readTree(candidate);
    } catch (JsonProcessingException notJson) {
      return null;
    }
  }
}
