package org.groupdigest.job.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Progress of a bounded run, for a display in the same process. */
public final class ReadProgress {

  /** A run of this process; there is one at a time. */
  public static final ReadProgress OF_THIS_PROCESS = new ReadProgress();

  private final AtomicLong records = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong digests = new AtomicLong();
  private volatile long total;

  ReadProgress() {}

  /** A run over these files begins. */
  public void begin(List<Path> files) {
    records.set(0);
    bytes.set(0);
    digests.set(0);
    // Of a folder, the bytes that will be read are not known: most of it may be pictures.
    boolean known = files.stream().allMatch(Files::isRegularFile);
    total = known ? files.stream().mapToLong(file -> file.toFile().length()).sum() : 0;
  }

  /** A record was read. */
  void read() {
    records.incrementAndGet();
  }

  /** So many bytes more were read, or a negative number: a reader does not know how many. */
  void readBytes(long more) {
    if (more < 0) {
      total = 0;
    } else {
      bytes.addAndGet(more);
    }
  }

  /** A digest was made. */
  void made() {
    digests.incrementAndGet();
  }

  /** The progress in words: how much of the files was read, then how many digests were made. */
  public String line() {
    long whole = total;
    String read =
        whole > 0
            ? "Messages read %d %%".formatted(Math.min(100, 100 * bytes.get() / whole))
            : String.format(Locale.ROOT, "Messages read: %,d", records.get());
    long made = digests.get();
    return made == 0 ? read : String.format(Locale.ROOT, "%s ... Digests %,d", read, made);
  }
}
