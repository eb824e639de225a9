package org.groupdigest.job.ingest.file;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/**
 * One damaged place in a file, made of a seed: the same seed damages the same bytes in the same
 * way.
 *
 * @param bytes the damaged file
 * @param kind kind of damage
 * @param from first damaged byte in the sound file
 * @param to place behind the last damaged byte in the sound file
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Damage(byte[] bytes, Kind kind, int from, int to) {

  /** Kind of damage. */
  public enum Kind {
    /** One bit is the other one. */
    FLIPPED_BIT,
    /** One byte is another one. */
    CHANGED_BYTE,
    /** A few bytes are put in. */
    INSERTED_BYTES,
    /** A few bytes are missing. */
    DELETED_BYTES,
    /** A few bytes are zeros. */
    ZEROED_BYTES,
    /** A few bytes of text are in another encoding. */
    OTHER_ENCODING,
    /** Everything from a place on is missing. */
    CUT
  }

  private static final int LONGEST = 24;
  private static final Charset[] ENCODINGS = {
    Charset.forName("windows-1251"), StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1
  };

  /** Damages a file somewhere in a way that a seed decides. */
  public static Damage of(byte[] sound, long seed) {
    Random random = new Random(seed);
    Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
    int from = random.nextInt(sound.length);
    int to = Math.min(sound.length, from + 1 + random.nextInt(LONGEST));
    return switch (kind) {
      case FLIPPED_BIT -> changed(sound, kind, from, (byte) (sound[from] ^ 1 << random.nextInt(8)));
      case CHANGED_BYTE -> changed(sound, kind, from, (byte) random.nextInt(256));
      case INSERTED_BYTES -> replaced(sound, kind, from, from, some(random));
      case DELETED_BYTES -> replaced(sound, kind, from, to, new byte[0]);
      case ZEROED_BYTES -> replaced(sound, kind, from, to, new byte[to - from]);
      case OTHER_ENCODING ->
          replaced(sound, kind, from, to, encoded(sound, from, to, random.nextInt(3)));
      case CUT -> replaced(sound, kind, from, sound.length, new byte[0]);
    };
  }

  private static Damage changed(byte[] sound, Kind kind, int at, byte value) {
    return replaced(sound, kind, at, at + 1, new byte[] {value});
  }

  private static Damage replaced(byte[] sound, Kind kind, int from, int to, byte[] by) {
    byte[] bytes = Arrays.copyOf(sound, sound.length - (to - from) + by.length);
    System.arraycopy(by, 0, bytes, from, by.length);
    System.arraycopy(sound, to, bytes, from + by.length, sound.length - to);
    return new Damage(bytes, kind, from, to);
  }

  private static byte[] some(Random random) {
    byte[] bytes = new byte[1 + random.nextInt(LONGEST)];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] encoded(byte[] sound, int from, int to, int encoding) {
    return new String(sound, from, to - from, StandardCharsets.UTF_8).getBytes(ENCODINGS[encoding]);
  }

  @Override
  public String toString() {
    return kind + " at " + from + ".." + to;
  }
}
