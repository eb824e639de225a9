package org.groupdigest.udfs.pii;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** How the key of the pseudonyms is given to programs: as text in the environment. */
public final class PiiKeys {

  /** The environment variable that holds the key. */
  public static final String VARIABLE = "DIGEST_PII_KEY";

  /**
   * The key for trying things out. It is public: pseudonyms made with it can be made by anybody, so
   * it must not meet real chats.
   */
  public static final String DEVELOPMENT = "group-digest-development-key";

  private static final int MIN_HEX_DIGITS = 2 * Pseudonyms.MIN_KEY_BYTES;

  private PiiKeys() {}

  /**
   * The bytes of a key that is written as hex (an even number of at least 32 digits) or as any
   * other text of at least 16 bytes in UTF-8.
   *
   * @throws IllegalArgumentException when the text is too short; the message does not repeat it
   */
  public static byte[] parse(String text) {
    String key = text.strip();
    byte[] bytes = isHex(key) ? HexFormat.of().parseHex(key) : key.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < Pseudonyms.MIN_KEY_BYTES) {
      throw new IllegalArgumentException(
          VARIABLE + " needs at least 16 bytes: 32 hex digits or 16 other characters");
    }
    return bytes;
  }

  private static boolean isHex(String key) {
    return key.length() >= MIN_HEX_DIGITS
        && key.length() % 2 == 0
        && key.chars().allMatch(HexFormat::isHexDigit);
  }
}
