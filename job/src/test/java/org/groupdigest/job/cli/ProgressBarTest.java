package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressBarTest {

  private static final long SECOND = 1_000_000_000L;

  private final StringWriter err = new StringWriter();
  private long now;

  @Test
  void shortWorkDrawsNothing() {
    try (ProgressBar bar = bar(true, 10)) {
      now += SECOND - 1;
      bar.advance(10);
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void longWorkDrawsAndCleansUp() {
    try (ProgressBar bar = bar(true, 2000)) {
      now += SECOND;
      bar.advance(1000);
    }
    assertThat(err.toString())
        .isEqualTo(
            "\rReading ["
                + "#".repeat(15)
                + "-".repeat(15)
                + "] 50 % (1,000 of 2,000)\u001b[K"
                + "\r\u001b[K");
  }

  @Test
  void nobodyWatchingMeansNothingDrawn() {
    try (ProgressBar bar = bar(false, 10)) {
      now += 5 * SECOND;
      bar.advance(5);
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void drawsAtMostTenTimesASecond() {
    ProgressBar bar = bar(true, 1000);
    now += SECOND;
    for (int i = 0; i < 100; i++) {
      bar.advance(1);
      now += SECOND / 100;
    }
    assertThat(err.toString().chars().filter(c -> c == '\r').count()).isEqualTo(10);
  }

  @Test
  void aTotalThatIsNotKnownIsLeftOutAndOneThatWasTooSmallIsNotExceeded() {
    ProgressBar unknown = bar(true, 0);
    now += SECOND;
    unknown.advance(1234);
    assertThat(err.toString()).isEqualTo("\rReading: 1,234\u001b[K");
    ProgressBar exceeded = bar(true, 10);
    now += SECOND;
    exceeded.advance(99);
    assertThat(err.toString()).contains("100 % (10 of 10)");
  }

  @Test
  void wordsOfLongWorkAreDrawnAsTheyAreAndTakenAway() {
    try (ProgressBar bar = bar(true, 0)) {
      bar.show("Messages read 1 %");
      now += SECOND;
      bar.show("Messages read 41 % ... Digests 120");
    }
    assertThat(err.toString())
        .isEqualTo("\rMessages read 41 % ... Digests 120\u001b[K" + "\r\u001b[K");
  }

  @Test
  void wordsAreNotDrawnWhereNobodyWatches() {
    try (ProgressBar bar = bar(false, 0)) {
      now += SECOND;
      bar.show("Messages read 41 %");
    }
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void aFileAndAPipeAreNoTerminals(@TempDir Path folder) throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("fd"), Path.of("pipe:[4711]"));
    Path tty = Files.createSymbolicLink(folder.resolve("tty"), Path.of("/dev/pts/0"));
    assertThat(Terminal.isTerminal(link)).isFalse();
    assertThat(Terminal.isTerminal(tty)).isTrue();
    assertThat(Terminal.isWatched(Map.of("TERM", "dumb"))).isFalse();
    assertThat(Terminal.isWatched(Map.of("CI", "true"))).isFalse();
    assertThat(Terminal.isWatched(Map.of("CI", "true", "DIGEST_TTY", "1"))).isTrue();
    assertThat(Terminal.isWatched(Map.of("DIGEST_TTY", "0"))).isFalse();
  }

  private ProgressBar bar(boolean watched, long total) {
    return new ProgressBar(new PrintWriter(err), watched, () -> now, "Reading", total);
  }
}
