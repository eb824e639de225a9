package org.groupdigest.job.stage.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.groupdigest.job.model.Json;

/**
 * Makes a value fit a JSON Schema by taking away what is too much: texts are shortened, lists cut
 * at their end, numbers moved into their range, and what cannot be mended is left out, alone where
 * it is optional, else with what needs it. It reads the schema itself, so that it holds when the
 * schema changes. For an engine of ours, which knows no limits: a model is told of its errors.
 */
final class SchemaFit {

  private static final String ELLIPSIS = "…";

  private final JsonNode root;

  /**
   * @param schema a schema as the stages use them: types, lengths, counts, ranges, patterns, closed
   *     sets of values, alternatives, and references inside the document
   */
  SchemaFit(JsonNode schema) {
    this.root = schema;
  }

  /** The value as it fits, or null when nothing of it does. */
  JsonNode fit(JsonNode value) {
    return fit(root, value);
  }

  private JsonNode fit(JsonNode schema, JsonNode value) {
    if (schema.has("$ref")) {
      return fit(root.at(schema.path("$ref").asText().substring(1)), value);
    }
    if (schema.has("anyOf")) {
      return firstThatFits(schema.path("anyOf"), value);
    }
    if (schema.has("enum")) {
      return contains(schema.path("enum"), value) ? value : null;
    }
    return isOfType(schema.path("type"), value) ? sized(schema, value) : null;
  }

  private JsonNode firstThatFits(JsonNode alternatives, JsonNode value) {
    for (JsonNode alternative : alternatives) {
      JsonNode fitting = fit(alternative, value);
      if (fitting != null) {
        return fitting;
      }
    }
    return null;
  }

  private JsonNode sized(JsonNode schema, JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> text(schema, value.textValue());
      case NUMBER -> number(schema, value);
      case ARRAY -> list(schema, value);
      case OBJECT -> object(schema, value);
      default -> value;
    };
  }

  /** Lengths are in code points, as JSON Schema counts them. */
  private static JsonNode text(JsonNode schema, String text) {
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    String whole = CodePoints.withoutHalves(text);
    String shown =
        whole.codePointCount(0, whole.length()) <= most
            ? whole
            : CodePoints.start(whole, most - 1) + ELLIPSIS;
    boolean matches =
        !schema.has("pattern")
            || Pattern.compile(schema.path("pattern").asText()).matcher(shown).find();
    boolean enough = shown.codePointCount(0, shown.length()) >= schema.path("minLength").asInt(0);
    return matches && enough ? TextNode.valueOf(shown) : null;
  }

  private static JsonNode number(JsonNode schema, JsonNode value) {
    double least = schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY);
    double most = schema.path("maximum").asDouble(Double.POSITIVE_INFINITY);
    double number = value.doubleValue();
    if (Double.isNaN(number)) {
      return null;
    }
    double moved = Math.max(least, Math.min(most, number));
    if (moved == number) {
      return value;
    }
    return value.isIntegralNumber() ? LongNode.valueOf((long) moved) : DoubleNode.valueOf(moved);
  }

  private JsonNode list(JsonNode schema, JsonNode value) {
    int most = schema.path("maxItems").asInt(Integer.MAX_VALUE);
    ArrayNode fitting = Json.mapper().createArrayNode();
    for (JsonNode item : value) {
      JsonNode fit = schema.has("items") ? fit(schema.path("items"), item) : item;
      if (fit != null && fitting.size() < most) {
        fitting.add(fit);
      }
    }
    return fitting.size() >= schema.path("minItems").asInt(0) ? fitting : null;
  }

  private JsonNode object(JsonNode schema, JsonNode value) {
    ObjectNode fitting = Json.mapper().createObjectNode();
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      JsonNode own = schema.path("properties").path(field.getKey());
      JsonNode fit = own.isMissingNode() ? field.getValue() : fit(own, field.getValue());
      if (fit != null) {
        fitting.set(field.getKey(), fit);
      }
    }
    for (JsonNode required : schema.path("required")) {
      if (!fitting.has(required.asText())) {
        return null;
      }
    }
    return fitting;
  }

  private static boolean contains(JsonNode values, JsonNode value) {
    Set<JsonNode> all = new HashSet<>();
    values.forEach(all::add);
    return all.contains(value);
  }

  private static boolean isOfType(JsonNode type, JsonNode value) {
    List<String> types = new ArrayList<>();
    type.forEach(one -> types.add(one.asText()));
    if (type.isTextual()) {
      types.add(type.asText());
    }
    return types.isEmpty() || types.stream().anyMatch(one -> isA(one, value));
  }

  private static boolean isA(String type, JsonNode value) {
    return switch (type) {
      case "string" -> value.isTextual();
      case "number" -> value.isNumber();
      case "integer" -> value.isIntegralNumber();
      case "boolean" -> value.isBoolean();
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      case "null" -> value.isNull();
      default -> false;
    };
  }
}
