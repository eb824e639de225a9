package org.groupdigest.job.ingest.file.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import org.groupdigest.job.ingest.file.record.Spoilers;

/** Texts of an export: a string, or a list of strings and entities. */
final class TelegramText {

  private TelegramText() {}

  /** The text of a message: its own, else its entities, else its poll or task list; never null. */
  static String of(JsonNode entry) {
    JsonNode entities = entry.path("text_entities");
    String text = hidesText(entities) ? "" : flatten(entry.path("text"));
    if (text.isEmpty()) {
      text = flatten(entities);
    }
    return text.isEmpty() ? list(entry) : text;
  }

  /** A string, or the joined texts of a list of strings and entities; empty for anything else. */
  static String flatten(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue();
    }
    StringBuilder text = new StringBuilder();
    if (node.isArray()) {
      node.forEach(part -> text.append(part.isObject() ? entity(part) : flatten(part)));
    }
    return text.toString();
  }

  private static String entity(JsonNode entity) {
    String text = flatten(entity.path("text"));
    return isSpoiler(entity) && !text.isBlank() ? Spoilers.PLACEHOLDER : text;
  }

  private static boolean hidesText(JsonNode entities) {
    for (JsonNode entity : entities) {
      if (isSpoiler(entity)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSpoiler(JsonNode entity) {
    return "spoiler".equals(entity.path("type").asText());
  }

  private static String list(JsonNode entry) {
    JsonNode poll = entry.path("poll");
    return poll.isObject()
        ? lines(poll.path("question"), poll.path("answers"))
        : lines(entry.path("todo_list").path("title"), entry.path("todo_list").path("answers"));
  }

  /** A heading and its points, one a line, with the votes of each where they are known. */
  private static String lines(JsonNode heading, JsonNode points) {
    StringBuilder lines = new StringBuilder(flatten(heading));
    for (JsonNode point : points) {
      lines.append("\n- ").append(flatten(point.path("text")));
      if (point.path("voters").isIntegralNumber()) {
        lines.append(" (").append(point.path("voters").asText()).append(')');
      }
    }
    return lines.toString();
  }
}
