package org.groupdigest.job.ingest.file.instagram;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** UTF-8 that was taken for Latin-1, as these exports write every text that is not English. */
final class Mojibake {

  private Mojibake() {}

  /** The text that was meant; a text that cannot have come about so is left as it is. */
  static String undone(String text) {
    if (text == null
        || text.chars().allMatch(c -> c < 0x80)
        || text.chars().anyMatch(c -> c > 0xFF)) {
      return text;
    }
    try {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return text;
    }
  }
}
