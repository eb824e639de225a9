package org.groupdigest.job.persist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.groupdigest.job.model.Json;

/** Reads fields of what {@link DigestPayload} wrote; a field that is missing is null or empty. */
final class PayloadFields {
  private final JsonNode payload;

  PayloadFields(String json) {
    this.payload = Json.read(json, JsonNode.class);
  }

  <T> T one(String field, Class<T> type) {
    return read(payload.path(field), type);
  }

  <T> List<T> list(String field, Class<T> type) {
    List<T> list = new ArrayList<>();
    payload.path(field).forEach(item -> list.add(read(item, type)));
    return list;
  }

  private static <T> T read(JsonNode value, Class<T> type) {
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    try {
      return Json.mapper().treeToValue(value, type);
    } catch (JsonProcessingException e) {
      // The text of a Jackson exception quotes the value: it is not passed on.
      throw new IllegalStateException("not a " + type.getSimpleName() + " in a payload");
    }
  }
}
