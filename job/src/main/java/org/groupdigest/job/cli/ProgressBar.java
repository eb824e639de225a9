package org.groupdigest.job.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Progress of long work on one line of standard error. Draws nothing unless somebody watches, and
 * nothing in the first second. Thread-safe.
 *
 * <pre>{@code
 * try (ProgressBar bar = ProgressBar.onTerminal(err, "Reading", total)) {
 *   for (...) { ...; bar.advance(1); }
 * }
 * }</pre>
 */
public final class ProgressBar implements AutoCloseable {

  private static final long QUIET_NANOS = 1_000_000_000L;
  private static final long REDRAW_NANOS = 100_000_000L;
  private static final int WIDTH = 30;

  private final PrintWriter err;
  private final boolean watched;
  private final LongSupplier nanoTime;
  private final String title;
  private final long total;
  private final long start;
  private long done;
  private long drawnAt;
  private boolean drawn;

  /**
   * A bar.
   *
   * @param watched whether to draw at all
   * @param nanoTime a clock like {@link System#nanoTime}
   * @param total units of work, 0 when not known
   */
  ProgressBar(PrintWriter err, boolean watched, LongSupplier nanoTime, String title, long total) {
    this.err = err;
    this.watched = watched;
    this.nanoTime = nanoTime;
    this.title = title;
    this.total = total;
    this.start = nanoTime.getAsLong();
  }

  /** A bar that draws if standard error is a terminal. */
  public static ProgressBar onTerminal(PrintWriter err, String title, long total) {
    return new ProgressBar(
        err, Terminal.isWatched(System.getenv()), System::nanoTime, title, total);
  }

  /** Some units more are done. */
  public synchronized void advance(long units) {
    done += units;
    draw(line());
  }

  /** The line from now on, for work whose parts are counted elsewhere. */
  public synchronized void show(String line) {
    draw(line);
  }

  private void draw(String line) {
    long now = nanoTime.getAsLong();
    if (watched && now - start >= QUIET_NANOS && (!drawn || now - drawnAt >= REDRAW_NANOS)) {
      drawnAt = now;
      drawn = true;
      err.print("\r" + line + "\u001b[K");
      err.flush();
    }
  }

  private String line() {
    if (total <= 0) {
      return String.format(Locale.ROOT, "%s: %,d", title, done);
    }
    long part = Math.min(done, total);
    int filled = (int) (WIDTH * part / total);
    String bar = "#".repeat(filled) + "-".repeat(WIDTH - filled);
    return String.format(
        Locale.ROOT, "%s [%s] %d %% (%,d of %,d)", title, bar, 100 * part / total, part, total);
  }

  /** Takes the line away. */
  @Override
  public synchronized void close() {
    if (drawn) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }
}
