package org.groupdigest.job.ingest.file.json;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A part of a file.
 *
 * @param kind kind
 * @param path where it is, see {@link JsonShape}
 * @param value its value; null for a start, and where there is a problem
 * @param problem why it has no value, without any of its text; null where it has one
 * @param repaired whether something in it was wrong and was put right
 * @param offset bytes before it in the file
 */
public record JsonPart(
    Kind kind, String path, JsonNode value, String problem, boolean repaired, long offset) {

  /** Kind of a part. */
  public enum Kind {
    /** An object on the way to the entries begins: a chat of many. */
    OBJECT,
    /** A value beside the entries. */
    VALUE,
    /** An array of entries begins. */
    ENTRIES,
    /** An entry, whole or broken. */
    ENTRY
  }

  static JsonPart start(Kind kind, String path, long offset) {
    return new JsonPart(kind, path, null, null, false, offset);
  }

  JsonPart alsoRepaired() {
    return new JsonPart(kind, path, value, problem, problem == null, offset);
  }

  /** Last name of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }
}
