package org.groupdigest.job.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Standard output that ends the command when nobody reads it any more. Print streams and writers
 * swallow an {@link IOException}, so a command would go on for nobody; they let this one through.
 */
final class PipeOutputStream extends FilterOutputStream {

  PipeOutputStream(OutputStream target) {
    super(new BufferedOutputStream(target));
  }

  @Override
  public void write(int b) {
    try {
      out.write(b);
    } catch (IOException e) {
      throw new OutputClosedException(e);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    try {
      out.write(bytes, offset, length);
    } catch (IOException e) {
      throw new OutputClosedException(e);
    }
  }

  @Override
  public void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new OutputClosedException(e);
    }
  }
}
