package org.groupdigest.job.stores.vectors;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Optional;

/**
 * A vector as text: the version of this form, a colon, and base64 of its numbers as little-endian
 * IEEE 754 of 32 bits.
 */
final class VectorCodec {

  private static final String VERSION = "1:";

  private VectorCodec() {}

  static String write(float[] vector) {
    ByteBuffer bytes =
        ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(vector);
    return VERSION + Base64.getEncoder().encodeToString(bytes.array());
  }

  /**
   * Reads a vector of a known size.
   *
   * @param text null for none
   * @return empty for anything that {@link #write} does not write for such a vector
   */
  static Optional<float[]> read(String text, int size) {
    if (text == null || !text.startsWith(VERSION)) {
      return Optional.empty();
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.substring(VERSION.length()));
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
    return bytes.length == size * Float.BYTES ? finite(bytes, size) : Optional.empty();
  }

  private static Optional<float[]> finite(byte[] bytes, int size) {
    float[] vector = new float[size];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
    for (float number : vector) {
      if (!Float.isFinite(number)) {
        return Optional.empty();
      }
    }
    return Optional.of(vector);
  }
}
