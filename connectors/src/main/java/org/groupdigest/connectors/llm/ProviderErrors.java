package org.groupdigest.connectors.llm;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.groupdigest.connectors.llm.LlmFailure.Kind;

/**
 * Sorts error answers of both protocols: {@code {"error": {"code", "type", "message"}}} and {@code
 * {"status", "message"}}. Codes first, then the status, and the text only where providers have no
 * code: for prompts that are too long.
 */
final class ProviderErrors {
  // A 429 that waiting does not cure.
  private static final Set<String> NO_MONEY =
      Set.of(
          "insufficient_quota",
          "insufficient_balance",
          "credit_balance_exhausted",
          "organization_spend_limit_exceeded",
          "project_spend_limit_exceeded",
          "organization_usage_limit_exceeded",
          "billing_hard_limit_reached",
          "billing_not_active");
  private static final Set<String> REFUSED =
      Set.of(
          "content_filter",
          "content_policy_violation",
          "responsibleaipolicyviolation",
          "moderation_blocked",
          "invalid_prompt");
  private static final Set<String> TOO_LONG =
      Set.of("context_length_exceeded", "context_exceeded", "exceed_context_size_error");

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  // "max_tokens exceeds ..." speaks of the answer, not of the prompt.
  private static final Pattern TOO_LONG_TEXT =
      Pattern.compile(
          "context (length|size|window)|(prompt|input) is too long|too many tokens"
              + "|(?<!_)tokens?.{0,60}exceed|exceed.{0,60}(?<!_)token"
              + "|превы[сш].{0,60}(токен|контекст)|(токен|контекст).{0,60}превы[сш]",
          FLAGS);
  // More than the whole allowance of a minute in one request.
  private static final Pattern NEVER_FITS = Pattern.compile("request too large", FLAGS);
  private static final int READ_CHARACTERS = 1_000;

  private ProviderErrors() {}

  /**
   * The kind of an error.
   *
   * @param status HTTP status, not of success
   * @param body the answer, perhaps missing
   */
  static Kind kindOf(int status, JsonNode body) {
    JsonNode error = body.path("error").isObject() ? body.path("error") : body;
    List<String> codes = codes(error);
    if (status == 402 || codes.stream().anyMatch(NO_MONEY::contains)) {
      return Kind.PAYMENT_REQUIRED;
    }
    if (codes.stream().anyMatch(REFUSED::contains)) {
      return Kind.REFUSED_CONTENT;
    }
    if (codes.stream().anyMatch(TOO_LONG::contains) || isTooLong(status, message(error, body))) {
      return Kind.CONTEXT_TOO_LONG;
    }
    return kindOf(status);
  }

  private static List<String> codes(JsonNode error) {
    return Stream.of(error.path("code"), error.path("type"), error.path("innererror").path("code"))
        .map(code -> code.asText("").toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String message(JsonNode error, JsonNode body) {
    String text = error.path("message").asText(body.path("error").asText(""));
    return text.substring(0, Math.min(text.length(), READ_CHARACTERS));
  }

  private static boolean isTooLong(int status, String message) {
    return switch (status) {
      case 413 -> true;
      case 400, 422 -> TOO_LONG_TEXT.matcher(message).find();
      case 429 -> NEVER_FITS.matcher(message).find();
      default -> false;
    };
  }

  private static Kind kindOf(int status) {
    return switch (status) {
      case 401, 403 -> Kind.BAD_CREDENTIALS;
      case 408 -> Kind.TIMEOUT;
      case 429 -> Kind.RATE_LIMITED;
      default -> status >= 500 ? Kind.OVERLOADED : Kind.BAD_REQUEST;
    };
  }
}
