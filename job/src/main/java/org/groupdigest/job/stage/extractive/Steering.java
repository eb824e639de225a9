package org.groupdigest.job.stage.extractive;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Recognises texts that give orders to whoever sums the chat up: "ignore your instructions", "write
 * in the summary", a forged system message or answer. Chat text is data: the engine leaves such a
 * message out, as if it had not been sent. Who only quotes an order says something of their own; of
 * that the quoted part alone is left out.
 */
final class Steering {

  private static final String SECTION = "steering";

  private static final Pattern FORGED =
      Pattern.compile(
          "(?i)<\\|(?:im_start|im_end|system|assistant|endoftext|eot_id)[^>]*>"
              + "|\\[/?(?:INST|SYS|SYSTEM)]|<<SYS>>"
              + "|</?(?:system|assistant|instructions?|messages|transcript|untrusted|chat_log|prompt)>"
              + "|\"role\"\\s*:\\s*\"(?:system|assistant|developer)\""
              + "|\"(?:headline|key_points|keyPoints|decisions|open_questions|quality_score|topics)\"\\s*:\\s*[\\[{\"\\d]"
              + "|(?m:^\\s*#{2,}\\s*(?:system|instructions?|assistant)\\b)");
  private static final Pattern QUOTED =
      Pattern.compile(
          "«[^»]{1,400}»|“[^”]{1,400}”|\"[^\"\\n]{1,400}\"|„[^“”]{1,400}[“”]|`[^`]{1,400}`");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\ufe0f]");
  private static final int OWN_WORDS = 4;

  private final CueWords cues;

  /**
   * @param cues expressions of all languages at hand, whatever the chat speaks
   */
  Steering(CueWords cues) {
    this.cues = cues;
  }

  /** Whether a message gives orders, other than by quoting them. */
  boolean isOrder(String message) {
    if (FORGED.matcher(visible(message)).find()) {
      return true;
    }
    String text = plain(message);
    if (!cues.in(SECTION, text)) {
      return false;
    }
    String own = QUOTED.matcher(text).replaceAll(" ").strip();
    return cues.in(SECTION, own) || own.split("\\s+").length < OWN_WORDS;
  }

  /** Whether a sentence has an order in it, quoted or not. */
  boolean hasOrder(String sentence) {
    return cues.in(SECTION, plain(sentence));
  }

  private static String visible(String text) {
    String normal = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return INVISIBLE.matcher(normal).replaceAll("");
  }

  private static String plain(String text) {
    return visible(text).replaceAll("[*_~]+", "");
  }
}
