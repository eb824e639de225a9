package org.groupdigest.job.ingest;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the texts of one JSON object, cleaned and masked. */
final class MaskedFields {

  private final JsonNode object;
  private final String tenantId;
  private final TextMasker masker;

  MaskedFields(JsonNode object, String tenantId, TextMasker masker) {
    this.object = object;
    this.tenantId = tenantId;
    this.masker = masker;
  }

  /** The object itself, for what is not text. */
  JsonNode object() {
    return object;
  }

  /** The same reader for an object inside. */
  MaskedFields inside(JsonNode inner) {
    return new MaskedFields(inner, tenantId, masker);
  }

  /** An id or any other text that is kept as it is, or null. */
  String id(String field) {
    return object.path(field).textValue();
  }

  /** A sender's id, as {@link SenderIds} says. */
  String senderId(String id) {
    return SenderIds.of(tenantId, id, masker);
  }

  /** A free text, masked, or null. */
  String text(String field) {
    String text = object.path(field).textValue();
    return text == null ? null : masked(text);
  }

  /** A name: masked like a text, and null when there is nothing to see. */
  String name(String field) {
    String text = object.path(field).textValue();
    return text == null || CleanText.isInvisible(text) ? null : maskedName(text);
  }

  /**
   * A short text, masked. One without a digit and without {@code @} cannot be personal data, and
   * most names have neither.
   */
  String maskedName(String text) {
    boolean suspicious =
        text.indexOf('@') >= 0
            || text.length() > 64
            || text.codePoints().anyMatch(Character::isDigit);
    return suspicious ? masked(text) : CleanText.of(text);
  }

  private String masked(String text) {
    return text.isEmpty() ? text : masker.mask(tenantId, CleanText.of(text));
  }
}
