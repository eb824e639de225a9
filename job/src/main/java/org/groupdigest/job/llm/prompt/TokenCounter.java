package org.groupdigest.job.llm.prompt;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingResult;
import com.knuddels.jtokkit.api.EncodingType;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Counts tokens as {@code o200k_base} does, for every model: an estimate for planning and for
 * reservations. Other tokenizers differ, GigaChat's own among them; what is settled in the end is
 * what the provider reports. Thread-safe; loading the vocabulary takes a moment, so one is enough.
 */
public final class TokenCounter {

  private static final String ELLIPSIS = "…";

  /** Longest token of the vocabulary that a text is likely to have, in UTF-16 units. */
  private static final int UNITS_A_TOKEN = 16;

  /** UTF-16 units of a word that is worth keeping whole; some scripts know no blanks. */
  private static final int LONGEST_WORD = 40;

  private static final Pattern NUMBER_BEGUN = Pattern.compile("(?<![\\d.,:])[\\d.,:]++$");

  private final Encoding encoding;

  /** Loads the vocabulary. */
  public TokenCounter() {
    encoding = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
  }

  /** Tokens of a text; words that are commands to some model count as the letters they are. */
  public int count(String text) {
    return encoding.countTokensOrdinary(text);
  }

  /**
   * The text, or its beginning with {@code …} when it has more tokens; cut between words, and never
   * inside of a number, which would be another number.
   *
   * @param maxTokens at least 2
   */
  public String shorten(String text, int maxTokens) {
    // A token is at least one byte: most messages need not be counted.
    if (text.length() <= maxTokens && text.getBytes(StandardCharsets.UTF_8).length <= maxTokens) {
      return text;
    }
    String head = text.length() > maxTokens * UNITS_A_TOKEN ? cutAt(text, maxTokens) : text;
    EncodingResult result = encoding.encodeOrdinary(head, maxTokens);
    if (!result.isTruncated() && head.length() == text.length()) {
      return text;
    }
    EncodingResult shorter = encoding.encodeOrdinary(head, maxTokens - 1);
    return betweenWords(encoding.decode(shorter.getTokens())) + ELLIPSIS;
  }

  /** So much of a text that a megabyte is never tokenised to show a line of it. */
  private static String cutAt(String text, int maxTokens) {
    int end = maxTokens * UNITS_A_TOKEN;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private static String betweenWords(String cut) {
    int blank = cut.lastIndexOf(' ');
    boolean wordBegun = blank >= 0 && cut.length() - blank <= LONGEST_WORD;
    return (wordBegun ? cut.substring(0, blank) : NUMBER_BEGUN.matcher(cut).replaceFirst(""))
        .strip();
  }
}
