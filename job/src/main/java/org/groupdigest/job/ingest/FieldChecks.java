package org.groupdigest.job.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Predicate;

/**
 * Checks the fields of one JSON object and remembers the first that is wrong. A missing field and a
 * null are the same to an optional field.
 */
final class FieldChecks {

  private static final int MAX_ID = 128;

  private final JsonNode object;
  private final String prefix;
  private String violation;

  FieldChecks(JsonNode object, String prefix) {
    this.object = object;
    this.prefix = prefix;
  }

  /** The first violation as one line, or null. */
  String violation() {
    return violation;
  }

  FieldChecks id(String field) {
    return required(field, FieldChecks::isId, "must be a text of 1 to 128 characters");
  }

  FieldChecks optionalId(String field) {
    return optional(field, FieldChecks::isId, "must be a text of 1 to 128 characters");
  }

  FieldChecks text(String field) {
    return optional(field, JsonNode::isTextual, "must be a text");
  }

  FieldChecks flag(String field) {
    return optional(field, JsonNode::isBoolean, "must be true or false");
  }

  FieldChecks count(String field, long maximum) {
    return optional(field, node -> isCount(node, maximum), "must be a whole number from 0");
  }

  FieldChecks time(String field) {
    return required(field, FieldChecks::isTime, "must be an ISO-8601 time in UTC");
  }

  FieldChecks optionalTime(String field) {
    return optional(field, FieldChecks::isTime, "must be an ISO-8601 time in UTC");
  }

  FieldChecks required(String field, Predicate<JsonNode> rule, String wording) {
    return check(field, rule, wording, false);
  }

  FieldChecks optional(String field, Predicate<JsonNode> rule, String wording) {
    return check(field, rule, wording, true);
  }

  /** Adds what was found elsewhere; null is nothing. */
  FieldChecks found(String other) {
    violation = violation == null ? other : violation;
    return this;
  }

  private FieldChecks check(
      String field, Predicate<JsonNode> rule, String wording, boolean optional) {
    if (violation != null) {
      return this;
    }
    JsonNode node = object.get(field);
    boolean absent = node == null || (optional && node.isNull());
    if (absent ? !optional : !rule.test(node)) {
      violation = prefix + field + (node == null ? " is missing" : " " + wording);
    }
    return this;
  }

  /** A whole number, however it is written: to JSON Schema, 3.0 and 3 are the same. */
  static boolean isCount(JsonNode node, long maximum) {
    return node.canConvertToExactIntegral()
        && node.canConvertToLong()
        && node.longValue() >= 0
        && node.longValue() <= maximum;
  }

  private static boolean isTime(JsonNode node) {
    return node.isTextual() && UtcTime.parse(node.textValue()) != null;
  }

  private static boolean isId(JsonNode node) {
    if (!node.isTextual() || node.textValue().isEmpty()) {
      return false;
    }
    String id = node.textValue();
    return id.length() <= 2 * MAX_ID
        && id.codePointCount(0, id.length()) <= MAX_ID
        && id.codePoints().noneMatch(FieldChecks::isForbidden);
  }

  private static boolean isForbidden(int codePoint) {
    return Character.isISOControl(codePoint)
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }
}
