package org.groupdigest.udfs.pii;

/**
 * The cheap look at a text that spares most messages the search: without a digit, an at sign, an
 * assignment or a long run of key characters there is nothing to mask.
 */
final class TriggerScan {

  private static final int KEY_RUN = 16;
  private static final char EMOJI_LOW = '\uD83C';
  private static final char EMOJI_HIGH = '\uD83D';

  private TriggerScan() {}

  /** Whether a text may hold anything that a detector would find. */
  static boolean mayHoldPii(String text) {
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isTrigger(c)) {
        return true;
      }
      run = isKeyChar(c) ? run + 1 : 0;
      if (run >= KEY_RUN) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTrigger(char c) {
    if (c < 0x80) {
      return (c >= '0' && c <= ':') || c == '@' || c == '=';
    }
    // Full-width signs fold to the ones above; digits outside of the BMP are not among emoji.
    return Character.isDigit(c)
        || c == '＠'
        || c == '：'
        || c == '＝'
        || c == '∶'
        || (Character.isHighSurrogate(c) && c != EMOJI_LOW && c != EMOJI_HIGH);
  }

  private static boolean isKeyChar(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
  }
}
