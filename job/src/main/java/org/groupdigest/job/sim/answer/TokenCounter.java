package org.groupdigest.job.sim.answer;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.List;

/** Counts tokens as models of today do: {@code o200k_base}. Safe to share between threads. */
public final class TokenCounter {

  /** Role and separators of a message. */
  private static final int MESSAGE = 4;

  /** What begins the answer. */
  private static final int PRIMING = 3;

  private final Encoding encoding = Loaded.O200K;

  /** Read once, when it is first needed: the vocabulary is large and never changes. */
  private static final class Loaded {
    static final Encoding O200K =
        Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);
  }

  /** Tokens of a text. */
  public int count(String text) {
    return encoding.countTokensOrdinary(text);
  }

  /** Tokens of a conversation. */
  public int countPrompt(List<String> contents) {
    return contents.stream().mapToInt(text -> count(text) + MESSAGE).sum() + PRIMING;
  }

  /** The first tokens of a text, cut where a token ends and no character is torn. */
  public String head(String text, int maxTokens) {
    return encoding.decode(encoding.encodeOrdinary(text, maxTokens).getTokens());
  }
}
