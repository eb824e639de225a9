package org.groupdigest.job.ingest.file.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NoSuchElementException;

/** Records that are read one by one, each when it is asked for. */
public abstract class PulledRecords implements FileRecords {

  private FileRecord next;
  private boolean pulled;

  /** The next record, or null after the last. */
  protected abstract FileRecord pull() throws IOException;

  /** Name of the file. */
  protected abstract String origin();

  @Override
  public final boolean hasNext() {
    if (!pulled) {
      try {
        next = pull();
        pulled = true;
      } catch (IOException e) {
        throw new UncheckedIOException("reading " + origin() + " failed", e);
      }
    }
    return next != null;
  }

  @Override
  public final FileRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no entry left in " + origin());
    }
    pulled = false;
    return next;
  }
}
