package org.groupdigest.job.cli;

import java.io.IOException;
import java.io.OutputStream;

/** A pipe whose reader has gone. */
final class ClosedOutput extends OutputStream {

  @Override
  public void write(int b) throws IOException {
    throw new IOException("Broken pipe");
  }
}
