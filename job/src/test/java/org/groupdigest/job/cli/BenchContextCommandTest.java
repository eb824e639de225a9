package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.context.ContextService;
import org.groupdigest.udfs.text.LanguageDetector;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchContextCommandTest {

  private final StringWriter out = new StringWriter();

  @Test
  void passesWhenTimeGrowsSlowerThanNLogN() {
    assertThat(run(constantSteps(), "--sizes", "50,100,200", "--runs", "1", "--seed", "7"))
        .isZero();
    assertThat(out.toString())
        .contains("seed 7", "ordinary", "spam", "messages/s", "near-linear")
        .doesNotContain("TOO STEEP");
  }

  @Test
  void failsWhenTimeGrowsFaster() {
    assertThat(run(doublingSteps(), "--sizes", "50,100,200", "--runs", "1")).isEqualTo(1);
    assertThat(out.toString()).contains("TOO STEEP");
  }

  @Test
  void measuresWithTheRealClockToo() {
    assertThat(run(System::nanoTime, "--sizes", "200", "--runs", "1")).isZero();
  }

  @Test
  void refusesSizesThatDoNotAscend() {
    assertThat(run(constantSteps(), "--sizes", "100,100")).isEqualTo(2);
    assertThat(run(constantSteps(), "--sizes", "1,10")).isEqualTo(2);
    assertThat(run(constantSteps(), "--runs", "0")).isEqualTo(2);
  }

  @Test
  void makesTheSameWindowFromTheSameSeed() {
    for (SyntheticChat.Mix mix : SyntheticChat.Mix.values()) {
      assertThat(new SyntheticChat(5).window(300, mix))
          .isEqualTo(new SyntheticChat(5).window(300, mix))
          .isNotEqualTo(new SyntheticChat(6).window(300, mix));
    }
  }

  @Test
  void makesOrdinaryWindowsOfWhichAboutATenthRepeats() {
    int kept =
        service()
            .analyse(new SyntheticChat(5).window(2000, SyntheticChat.Mix.ORDINARY), List.of())
            .kept()
            .size();

    assertThat(kept).isBetween(1700, 1950);
  }

  /** Every reading is one second after the one before. */
  private static LongSupplier constantSteps() {
    AtomicLong now = new AtomicLong();
    return () -> now.addAndGet(1_000_000_000L);
  }

  /** Every reading is four times the one before. */
  private static LongSupplier doublingSteps() {
    AtomicLong now = new AtomicLong(1);
    return () -> now.updateAndGet(value -> value * 4);
  }

  private static ContextService service() {
    return new ContextService(
        ContextSettings.defaults(), messages -> List.of(), new LanguageDetector());
  }

  private int run(LongSupplier clock, String... args) {
    return new CommandLine(new BenchContextCommand(service(), clock))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(new StringWriter()))
        .execute(args);
  }
}
