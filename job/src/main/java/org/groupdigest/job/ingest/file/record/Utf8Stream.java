package org.groupdigest.job.ingest.file.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A stream of text in another encoding, read as UTF-8. */
final class Utf8Stream extends InputStream {

  private final Reader reader;
  private final char[] characters = new char[1 << 13];
  private byte[] bytes = new byte[0];
  private int at;
  private int kept;

  Utf8Stream(InputStream in, Charset charset) {
    this.reader = new InputStreamReader(in, charset);
  }

  @Override
  public int read() throws IOException {
    return fill() ? bytes[at++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.length - at);
    System.arraycopy(bytes, at, target, offset, count);
    at += count;
    return count;
  }

  /** A pair of surrogates is never parted: the first half waits for the second. */
  private boolean fill() throws IOException {
    while (at == bytes.length) {
      int read = reader.read(characters, kept, characters.length - kept);
      if (read <= 0 && kept == 0) {
        return false;
      }
      int end = kept + Math.max(0, read);
      kept = read > 0 && Character.isHighSurrogate(characters[end - 1]) ? 1 : 0;
      bytes = new String(characters, 0, end - kept).getBytes(StandardCharsets.UTF_8);
      characters[0] = characters[end - 1];
      at = 0;
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
