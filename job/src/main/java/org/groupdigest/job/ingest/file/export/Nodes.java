package org.groupdigest.job.ingest.file.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small looks into the trees of an export, in which anything may be missing. */
public final class Nodes {

  private Nodes() {}

  /** The text or number of a field as text; null for anything else and for nothing. */
  public static String text(JsonNode object, String field) {
    JsonNode value = object.path(field);
    boolean single = value.isTextual() || value.isIntegralNumber();
    return single && !value.asText().isEmpty() ? value.asText() : null;
  }

  /** The first field that has a text, or null. */
  public static String firstText(JsonNode object, String... fields) {
    return Stream.of(fields)
        .map(field -> text(object, field))
        .filter(text -> text != null && !text.isBlank())
        .findFirst()
        .orElse(null);
  }

  /** The texts of some fields, joined; empty without any. */
  public static String joined(JsonNode object, String separator, String... fields) {
    return Stream.of(fields)
        .map(field -> text(object, field))
        .filter(text -> text != null && !text.isBlank())
        .collect(Collectors.joining(separator));
  }

  /** The objects of an array; none of anything else. */
  public static List<JsonNode> objects(JsonNode array) {
    List<JsonNode> objects = new ArrayList<>();
    if (array.isArray()) {
      array.forEach(
          element -> {
            if (element.isObject()) {
              objects.add(element);
            }
          });
    }
    return objects;
  }
}
