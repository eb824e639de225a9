package org.groupdigest.connectors.postgres;

import java.util.Objects;

/**
 * A JSON value for a column.
 *
 * @param type {@code jsonb}, or {@code json} where the very text must be kept
 * @param text the value
 */
public record JsonText(String type, String text) {
  /** Refuses null: a JSON null is text. */
  public JsonText {
    Objects.requireNonNull(text, "text");
  }

  /** A value for {@code jsonb}; see {@link PostgresText#storableJson} for what is left out. */
  public static JsonText jsonb(String text) {
    return new JsonText("jsonb", PostgresText.storableJson(text));
  }

  /** A value for {@code json}, which keeps the text as it is. */
  public static JsonText json(String text) {
    return new JsonText("json", PostgresText.storable(text));
  }
}
