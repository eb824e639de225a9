package org.groupdigest.connectors.llm;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Tokens of texts when the provider does not report them: an answer without a count is paid for all
 * the same, so that none would be a lie. A quarter of the UTF-8 bytes, rounded up: the rule of four
 * characters a token for English, two for Cyrillic, which rather says too much than too little.
 */
final class TokenEstimate {
  private TokenEstimate() {}

  /** Of one text. */
  static int of(String text) {
    return (text.getBytes(StandardCharsets.UTF_8).length + 3) / 4;
  }

  /** Of all texts together. */
  static int of(List<String> texts) {
    return texts.stream().mapToInt(TokenEstimate::of).sum();
  }
}
