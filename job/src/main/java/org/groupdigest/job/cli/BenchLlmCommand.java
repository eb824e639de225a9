package org.groupdigest.job.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code digest bench llm}: what a digest costs in calls, tokens and waiting. Windows of the sample
 * chat go through the real pipeline and the real client to the simulator, which answers after a
 * fixed time. Exits 1 when a promise is broken.
 */
@Command(
    name = "llm",
    mixinStandardHelpOptions = true,
    description = "Measures calls, tokens and the critical path of digests against the simulator.",
    footerHeading = "%nExamples:%n",
    footer = "  digest bench llm --latency-ms 500")
public final class BenchLlmCommand implements Callable<Integer> {

  private static final int MAX_CALLS = 15;
  private static final int CRITICAL_PATH = 3;

  /** Sizes of windows and the most tokens that a digest of each may cost. */
  private static final int[][] PROMISES = {{50, 7_000}, {150, 13_000}, {400, 28_000}};

  @Spec private CommandSpec spec;

  @Option(
      names = "--latency-ms",
      defaultValue = "500",
      description = "Time the simulator takes for an answer (default: ${DEFAULT-VALUE}).")
  private int latencyMillis;

  @Option(
      names = "--tolerance",
      defaultValue = "1.1",
      description =
          "How many times the critical path a digest may take (default: ${DEFAULT-VALUE}).")
  private double tolerance;

  @Override
  public Integer call() throws Exception {
    if (latencyMillis < 1 || !(tolerance >= 1)) {
      throw new ParameterException(
          spec.commandLine(), "--latency-ms must be above 0 and --tolerance at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "sample chat, default plan, tokens as counted by o200k_base, %d ms an answer%n",
        latencyMillis);
    out.printf(
        "%-4s %8s %6s %8s %8s %8s %8s %5s %9s %6s%n",
        "lang",
        "messages",
        "calls",
        "prompt",
        "answer",
        "total",
        "promise",
        "depth",
        "millis",
        "ratio");
    boolean kept = true;
    try (LlmBench bench = bench()) {
      for (BenchWindows.Language language : BenchWindows.Language.values()) {
        for (int[] promise : PROMISES) {
          kept &= print(bench.measure(language, promise[0]), promise[1], out);
        }
      }
    }
    out.println(kept ? "all promises kept" : "A PROMISE IS BROKEN");
    out.flush();
    return kept ? 0 : 1;
  }

  /** Started and warmed up: the first digest of a process pays for loading the code. */
  private LlmBench bench() throws Exception {
    try {
      LlmBench bench = LlmBench.start(Duration.ofMillis(latencyMillis));
      bench.measure(BenchWindows.Language.EN, PROMISES[0][0]);
      bench.measure(BenchWindows.Language.RU, PROMISES[0][0]);
      return bench;
    } catch (IOException e) {
      throw CommandFailure.failed("the simulator does not start", "look at the log", e);
    }
  }

  private boolean print(LlmBench.Measured measured, int promise, PrintWriter out) {
    double ratio = measured.millis() / (double) (measured.depth() * latencyMillis);
    boolean kept =
        measured.tokens() <= promise
            && measured.calls() <= MAX_CALLS
            && measured.depth() <= CRITICAL_PATH
            && ratio <= tolerance
            && measured.isWhole();
    out.printf(
        Locale.ROOT,
        "%-4s %8d %6d %8d %8d %8d %8d %5d %9d %6.2f%s%n",
        measured.language().code(),
        measured.messages(),
        measured.calls(),
        measured.promptTokens(),
        measured.answerTokens(),
        measured.tokens(),
        promise,
        measured.depth(),
        measured.millis(),
        ratio,
        kept ? "" : measured.isWhole() ? "  BROKEN" : "  NOT A WHOLE DIGEST");
    out.flush();
    return kept;
  }
}
