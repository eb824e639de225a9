package org.groupdigest.job.stage.guard;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Set;
import java.util.regex.Pattern;
import org.groupdigest.job.model.text.CleanText;

/**
 * Takes out of the texts of an answer what no reader asked for: characters that are not seen, line
 * breaks, and what makes an address live, its scheme. A digest tells that somebody posted {@code
 * example.org/x}; whatever shows it, the only links in it are those to its sources. Names and ids
 * stay as they are, because they are looked up in the window.
 */
final class HarmlessTexts {

  private static final Set<String> LOOKED_UP =
      Set.of(
          "message_ids",
          "summary_message_ids",
          "decision_message_ids",
          "thread_ids",
          "username",
          "owner",
          "owners");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+:[/\\\\]{2,}+");
  private static final Pattern ODD_SCHEME =
      Pattern.compile("[:\uff1a\ufe55][/\\\\\uff0f\uff3c]{2,}+");
  private static final Pattern OPAQUE =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\p{N}])"
              + "(javascript|vbscript|data|mailto|tel|sms|tg|ton|file|intent|magnet|blob):(?=\\S)");

  private HarmlessTexts() {}

  /** A copy of an answer with harmless texts. */
  static JsonNode in(JsonNode node) {
    if (node.isTextual()) {
      return TextNode.valueOf(harmless(node.textValue()));
    }
    if (node.isArray()) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode(node.size());
      node.forEach(item -> copy.add(in(item)));
      return copy;
    }
    if (node.isObject()) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              field ->
                  copy.set(
                      field.getKey(),
                      LOOKED_UP.contains(field.getKey())
                          ? field.getValue()
                          : in(field.getValue())));
      return copy;
    }
    return node;
  }

  /** One line that can be seen, words kept: {@code https://a.org/x} becomes {@code a.org/x}. */
  static String harmless(String text) {
    String plain = SCHEME.matcher(CleanText.of(text)).replaceAll("");
    plain = ODD_SCHEME.matcher(plain).replaceAll(": ");
    return CleanText.of(OPAQUE.matcher(plain).replaceAll("$1: "));
  }
}
