package org.groupdigest.job.ingest.file.record;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * A file of text as UTF-8 without a byte order mark, whatever it is written in: UTF-8, UTF-16, or
 * the Cyrillic code page of Windows, which is recognised by its letters.
 *
 * @param utf8 the bytes
 * @param remarks what a user must be told about the encoding
 * @param bytesRead how many bytes of the file were read so far
 */
public record TextFile(InputStream utf8, List<String> remarks, LongSupplier bytesRead) {

  private static final Charset CYRILLIC = Charset.forName("windows-1251");
  private static final int LOOK = 1 << 16;
  private static final int LOOK_FOR_ZEROS = 512;
  private static final int FEWEST_LETTERS = 20;

  /** Opens a file, wherever its bytes lie. */
  public static TextFile open(InputStream bytes) throws IOException {
    CountedStream counted = new CountedStream(bytes);
    BufferedInputStream in = new BufferedInputStream(counted, LOOK);
    try {
      in.mark(LOOK);
      byte[] head = in.readNBytes(LOOK - 1);
      in.reset();
      return decoded(in, head, counted::count);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private static TextFile decoded(InputStream in, byte[] head, LongSupplier bytesRead)
      throws IOException {
    Charset charset = charset(head);
    in.skipNBytes(markLength(head));
    return charset.equals(StandardCharsets.UTF_8)
        ? new TextFile(in, List.of(), bytesRead)
        : new TextFile(
            new Utf8Stream(in, charset),
            List.of("the file is read as " + charset.name()),
            bytesRead);
  }

  private static int markLength(byte[] head) {
    if (starts(head, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    return starts(head, 0xFF, 0xFE) || starts(head, 0xFE, 0xFF) ? 2 : 0;
  }

  private static Charset charset(byte[] head) {
    if (starts(head, 0xFF, 0xFE) || isWide(head, 1)) {
      return StandardCharsets.UTF_16LE;
    }
    if (starts(head, 0xFE, 0xFF) || isWide(head, 0)) {
      return StandardCharsets.UTF_16BE;
    }
    return isCyrillic(head) ? CYRILLIC : StandardCharsets.UTF_8;
  }

  /** Whether every second byte is often zero, and none of the others. */
  private static boolean isWide(byte[] head, int zero) {
    int pairs = Math.min(head.length, LOOK_FOR_ZEROS) / 2;
    int zeros = 0;
    for (int i = 0; i < pairs; i++) {
      if (head[2 * i + 1 - zero] == 0) {
        return false;
      }
      zeros += head[2 * i + zero] == 0 ? 1 : 0;
    }
    return zeros * 4 > pairs;
  }

  private static boolean starts(byte[] head, int... bytes) {
    boolean starts = head.length >= bytes.length;
    for (int i = 0; starts && i < bytes.length; i++) {
      starts = (head[i] & 0xFF) == bytes[i];
    }
    return starts;
  }

  /** Whether bytes above ASCII are letters of the code page, in words, and hardly ever UTF-8. */
  private static boolean isCyrillic(byte[] head) {
    int letters = 0;
    int continuations = 0;
    for (byte b : head) {
      int c = b & 0xFF;
      letters += c >= 0xC0 ? 1 : 0;
      continuations += c >= 0x80 && c < 0xC0 ? 1 : 0;
    }
    return letters >= FEWEST_LETTERS && continuations < letters / 4;
  }
}
