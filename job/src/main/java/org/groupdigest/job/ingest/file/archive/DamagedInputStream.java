package org.groupdigest.job.ingest.file.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Stream that ends where it is damaged, and says so. */
final class DamagedInputStream extends FilterInputStream {

  private final Runnable damaged;
  private boolean ended;

  DamagedInputStream(InputStream in, Runnable damaged) {
    super(in);
    this.damaged = damaged;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int from, int length) {
    if (ended) {
      return -1;
    }
    try {
      int read = super.read(buffer, from, length);
      ended = read < 0;
      return read;
    } catch (IOException e) {
      ended = true;
      damaged.run();
      return -1;
    }
  }
}
