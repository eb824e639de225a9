package org.groupdigest.job.cli;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.groupdigest.job.context.ContextService;
import org.groupdigest.job.model.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code digest bench context}: how the time of the context assembly grows with the window. Windows
 * of growing size are assembled in memory, ordinary ones and ones full of spam, and the growth is
 * compared with n log n. Exits 1 when it is worse than that by more than the tolerance.
 */
@Command(
    name = "context",
    mixinStandardHelpOptions = true,
    description =
        "Measures how context assembly grows with the window, in ordinary chats and under spam.",
    footerHeading = "%nExamples:%n",
    footer = "  digest bench context --sizes 1000,10000 --runs 3")
public final class BenchContextCommand implements Callable<Integer> {

  private static final int WARM_UP_SIZE = 2_000;
  private static final int WARM_UPS = 30;
  private static final double NANOS = 1e9;

  @Spec private CommandSpec spec;

  @Option(
      names = "--sizes",
      split = ",",
      defaultValue = "1000,5000,10000,25000,50000",
      description = "Messages a window, ascending (default: ${DEFAULT-VALUE}).")
  private List<Integer> sizes;

  @Option(
      names = "--runs",
      defaultValue = "5",
      description = "Runs a size, of which the best counts (default: ${DEFAULT-VALUE}).")
  private int runs;

  @Option(
      names = "--seed",
      defaultValue = "20260112",
      description = "Seed of the made-up messages (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--tolerance",
      defaultValue = "2.5",
      description =
          "How many times n log n, counted from the smallest window, a larger one may take"
              + " (default: ${DEFAULT-VALUE}).")
  private double tolerance;

  private final ContextService service;
  private final LongSupplier cpuNanos;

  /** A benchmark of a service, by the CPU time of the calling thread. */
  public BenchContextCommand(ContextService service) {
    this(service, ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime);
  }

  /** A benchmark of a service by a clock that counts nanoseconds. */
  BenchContextCommand(ContextService service, LongSupplier cpuNanos) {
    this.service = service;
    this.cpuNanos = cpuNanos;
  }

  @Override
  public Integer call() {
    check();
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT, "seed %d, best of %d runs in CPU time, each window within 2 h%n", seed, runs);
    out.printf(
        "%-9s %9s %9s %9s %12s %18s%n",
        "mix", "messages", "kept", "seconds", "messages/s", "ratio to n log n");
    double worst = 0;
    for (SyntheticChat.Mix mix : SyntheticChat.Mix.values()) {
      worst = Math.max(worst, measure(mix, out));
    }
    boolean passed = worst <= tolerance;
    out.printf(
        Locale.ROOT,
        "%s: worst ratio %.2f, tolerance %.2f%n",
        passed ? "near-linear" : "TOO STEEP",
        worst,
        tolerance);
    out.flush();
    return passed ? 0 : 1;
  }

  private void check() {
    boolean ascending = true;
    for (int i = 0; i < sizes.size(); i++) {
      ascending &= sizes.get(i) > (i == 0 ? 1 : sizes.get(i - 1));
    }
    if (!ascending || runs < 1 || !(tolerance > 0)) {
      throw new ParameterException(
          spec.commandLine(), "--sizes must ascend from 2, --runs and --tolerance be above 0");
    }
  }

  private double measure(SyntheticChat.Mix mix, PrintWriter out) {
    List<Message> warmUp =
        new SyntheticChat(seed).window(Math.min(WARM_UP_SIZE, sizes.get(sizes.size() - 1)), mix);
    for (int i = 0; i < WARM_UPS; i++) {
      service.analyse(warmUp, List.of());
    }
    double unit = 0;
    double worst = 0;
    for (int size : sizes) {
      List<Message> window = new SyntheticChat(seed).window(size, mix);
      double seconds = best(window);
      double perUnit = seconds / (size * Math.log(size));
      // The cheapest size so far: fixed costs of small windows must not excuse large ones.
      unit = unit == 0 ? perUnit : Math.min(unit, perUnit);
      worst = Math.max(worst, perUnit / unit);
      out.printf(
          Locale.ROOT,
          "%-9s %9d %9d %9.3f %12.0f %18.2f%n",
          mix.name().toLowerCase(Locale.ROOT),
          size,
          service.analyse(window, List.of()).kept().size(),
          seconds,
          size / seconds,
          perUnit / unit);
      out.flush();
    }
    return worst;
  }

  /** The shortest time in seconds that the window took. */
  private double best(List<Message> window) {
    long best = Long.MAX_VALUE;
    for (int run = 0; run < runs; run++) {
      long start = cpuNanos.getAsLong();
      service.analyse(window, List.of());
      best = Math.min(best, cpuNanos.getAsLong() - start);
    }
    return best / NANOS;
  }
}
