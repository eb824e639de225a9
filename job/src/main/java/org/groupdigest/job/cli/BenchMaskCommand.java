package org.groupdigest.job.cli;

import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongSupplier;
import org.groupdigest.job.cli.madeup.MadeUpTexts;
import org.groupdigest.job.model.Json;
import org.groupdigest.udfs.pii.PiiKeys;
import org.groupdigest.udfs.pii.PiiMasker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code digest bench mask}: how long the masking of a text takes, in a made-up chat without
 * personal data and in one with some. CPU time of one thread, the median of all rounds, so that
 * other programs of the machine say little.
 */
@Command(
    name = "mask",
    mixinStandardHelpOptions = true,
    description = "Measures the masking of personal data, a text, on a made-up chat.",
    footerHeading = "%nExamples:%n",
    footer = "  digest bench mask --texts 20000 --rounds 31")
final class BenchMaskCommand implements Callable<Integer> {

  private static final double[] SHARES = {0, 0.05};
  private static final String TENANT = "bench";
  private static final double NANOS = 1e9;

  @Spec private CommandSpec spec;

  @Option(
      names = "--texts",
      paramLabel = "N",
      defaultValue = "10000",
      description = "Texts of each chat (default: ${DEFAULT-VALUE}).")
  private int texts;

  @Option(
      names = "--rounds",
      defaultValue = "21",
      description = "Rounds over all texts; a third as many go before (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--seed",
      defaultValue = "20260112",
      description = "Seed of the made-up chats (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--json", description = "Prints a line of JSON for each chat.")
  private boolean json;

  private final LongSupplier cpuNanos =
      ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;

  @Override
  public Integer call() {
    if (texts < 1 || rounds < 1) {
      throw new ParameterException(spec.commandLine(), "--texts and --rounds must be at least 1");
    }
    PrintWriter out = spec.commandLine().getOut();
    for (double share : SHARES) {
      Figures figures = measure(share);
      out.println(json ? Json.write(figures) : figures.line());
      out.flush();
    }
    return 0;
  }

  private Figures measure(double share) {
    PiiMasker masker = PiiMasker.withKey(PiiKeys.parse(PiiKeys.DEVELOPMENT));
    List<String> chat = new MadeUpTexts(texts, share, seed).list();
    long[] times = new long[rounds];
    long masked = 0;
    for (int round = -rounds / 3; round < rounds; round++) {
      long start = cpuNanos.getAsLong();
      masked = chat.stream().filter(t -> !masker.mask(TENANT, t).spans().isEmpty()).count();
      times[Math.max(0, round)] = cpuNanos.getAsLong() - start;
    }
    Arrays.sort(times);
    double nanos = Math.max(1, times[rounds / 2] / (double) texts);
    return new Figures(texts, share, masked, Math.round(nanos), Math.round(NANOS / nanos));
  }

  /** The figures of one chat. */
  private record Figures(
      int texts, double personal, long masked, long nanosPerText, long textsPerSecond) {

    String line() {
      return String.format(
          Locale.ROOT,
          "%3.0f %% personal  %,d of %,d texts masked  %,d ns a text  %,d texts/s",
          100 * personal,
          masked,
          texts,
          nanosPerText,
          textsPerSecond);
    }
  }
}
