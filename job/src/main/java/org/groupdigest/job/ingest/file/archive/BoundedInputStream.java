package org.groupdigest.job.ingest.file.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stream that ends after as many bytes as were announced, whatever comes behind. */
final class BoundedInputStream extends FilterInputStream {

  private long left;

  /**
   * A stream.
   *
   * @param limit bytes, or -1 when nothing was announced
   */
  BoundedInputStream(InputStream in, long limit) {
    super(in);
    this.left = limit < 0 ? Long.MAX_VALUE : limit;
  }

  @Override
  public int read() throws IOException {
    int b = left == 0 ? -1 : super.read();
    left -= b < 0 ? 0 : 1;
    return b;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    if (left == 0 && length > 0) {
      return -1;
    }
    int read = super.read(buffer, from, (int) Math.min(length, left));
    left -= Math.max(0, read);
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = super.skip(Math.min(count, left));
    left -= skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
