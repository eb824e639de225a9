package org.groupdigest.job.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

  /** The most tokens that a digest may cost, by messages of the window. */
  private static final SortedMap<Integer, Integer> PROMISES =
      new TreeMap<>(Map.of(50, 7_000, 150, 13_000, 400, 28_000));

  @Spec private CommandSpec spec;

  @Option(
      names = "--latency-ms",
      defaultValue = "1000",
      description = "Least time of a simulated answer (default: ${DEFAULT-VALUE}).")
  private int latencyMillis;

  @Option(
      names = "--tolerance",
      defaultValue = "1.1",
      description =
          "How many times what the calls of its critical path took a digest may take"
              + " (default: ${DEFAULT-VALUE}).")
  private double tolerance;

  @Override
  public Integer call() throws Exception {
    if (latencyMillis < 1 || !(tolerance >= 1)) {
      throw new ParameterException(
          spec.commandLine(), "--latency-ms must be above 0 and --tolerance at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "sample chat, default plan, no corrections, tokens by o200k_base, an answer takes %d ms or"
            + " what the simulator needs for it%n",
        latencyMillis);
    out.printf(
        "%-4s %8s %6s %8s %8s %8s %8s %6s %9s %9s %6s%n",
        "lang",
        "messages",
        "calls",
        "prompt",
        "answer",
        "total",
        "promise",
        "depth",
        "calls ms",
        "whole ms",
        "ratio");
    boolean kept = true;
    try (LlmBench bench = bench()) {
      for (BenchWindows.Language language : BenchWindows.Language.values()) {
        List<LlmBench.Measured> measured = bench.measure(language, List.copyOf(PROMISES.keySet()));
        for (LlmBench.Measured one : measured) {
          kept &= print(one, PROMISES.get(one.messages()), out);
        }
      }
    }
    out.println(kept ? "all promises kept" : "A PROMISE IS BROKEN");
    out.flush();
    return kept ? 0 : 1;
  }

  private LlmBench bench() {
    try {
      return LlmBench.start(Duration.ofMillis(latencyMillis));
    } catch (IOException e) {
      throw CommandFailure.failed("the simulator does not start", "look at the log", e);
    }
  }

  private boolean print(LlmBench.Measured measured, int promise, PrintWriter out) {
    double ratio = measured.millis() / (double) measured.callMillis();
    boolean kept =
        measured.tokens() <= promise
            && measured.calls() <= MAX_CALLS
            && measured.depth() <= CRITICAL_PATH
            && ratio <= tolerance
            && measured.isWhole();
    out.printf(
        Locale.ROOT,
        "%-4s %8d %6d %8d %8d %8d %8d %6d %9d %9d %6.2f%s%n",
        measured.language().code(),
        measured.messages(),
        measured.calls(),
        measured.promptTokens(),
        measured.answerTokens(),
        measured.tokens(),
        promise,
        measured.depth(),
        measured.callMillis(),
        measured.millis(),
        ratio,
        kept ? "" : measured.isWhole() ? "  BROKEN" : "  NOT A WHOLE DIGEST");
    out.flush();
    return kept;
  }
}
