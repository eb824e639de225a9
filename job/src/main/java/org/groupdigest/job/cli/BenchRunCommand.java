package org.groupdigest.job.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.groupdigest.job.cli.madeup.MadeUpExport;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.ingest.file.MessageFiles;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.model.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * {@code digest bench run}: how fast a large export becomes digests, and in how much memory. The
 * export is made up, the run is the real one, in this process. Exits 1 when the ledger does not
 * account for every message.
 */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Measures the real run over a made-up export: speed and memory.",
    footerHeading = "%nExamples:%n",
    footer = {"  digest bench run --quick", "  digest bench run --messages 200000 --groups 500"})
final class BenchRunCommand implements Callable<Integer> {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final long QUICK_MESSAGES = 20_000;
  private static final int QUICK_GROUPS = 20;
  private static final double NANOS = 1e9;

  @Spec private CommandSpec spec;

  @Option(
      names = "--messages",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "Messages of the export (default: ${DEFAULT-VALUE}).")
  private long messages;

  @Option(
      names = "--groups",
      paramLabel = "G",
      defaultValue = "1000",
      description = "Groups that share them (default: ${DEFAULT-VALUE}).")
  private int groups;

  @Option(
      names = "--seed",
      defaultValue = "20260112",
      description = "Seed of the made-up export (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--quick", description = "20,000 messages of 20 groups.")
  private boolean quick;

  @Option(names = "--json", description = "Prints the figures as one line of JSON.")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    MadeUpExport export = export();
    refuseModels();
    Path folder = Files.createTempDirectory("digest-bench");
    try {
      RunFigures figures = measure(export, folder);
      figures.print(spec.commandLine().getOut(), json);
      return figures.accountedFor() ? ExitCode.OK : ExitCode.SOFTWARE;
    } finally {
      delete(folder);
    }
  }

  private MadeUpExport export() {
    if (messages < 1 || groups < 1 || groups > messages) {
      throw new ParameterException(
          spec.commandLine(), "--groups must be at least 1 and --messages no fewer than groups");
    }
    return quick
        ? new MadeUpExport(QUICK_MESSAGES, QUICK_GROUPS, seed)
        : new MadeUpExport(messages, groups, seed);
  }

  /** So many windows would cost money, and their speed would be the provider's. */
  private static void refuseModels() {
    DigestSettings settings = CommandSettings.of(CommandSettings.variables(null));
    if (settings.llm().endpoint().isConfigured()) {
      throw CommandFailure.usage("the run is measured without models", "unset DIGEST_LLM_PROVIDER");
    }
  }

  private RunFigures measure(MadeUpExport export, Path folder) throws Exception {
    Path file = folder.resolve("result.json");
    export.writeTo(file);
    double reading = secondsOfReading(file);
    PeakHeap heap = new PeakHeap();
    Path out = folder.resolve("digests");
    long start = System.nanoTime();
    Ticker.during(BETWEEN_LOOKS, heap::look, () -> run(file, out));
    double seconds = (System.nanoTime() - start) / NANOS;
    JsonNode total = total(out);
    return new RunFigures(
        Files.size(file),
        export.messages(),
        export.groups(),
        export.seed(),
        lines(out.resolve("digests.jsonl")),
        Math.round(export.messages() / reading),
        Math.round(export.messages() / seconds),
        seconds,
        heap.bytes(),
        heap.limit(),
        RunFigures.accountsFor(total, export.messages()));
  }

  private static double secondsOfReading(Path file) throws IOException {
    long start = System.nanoTime();
    try (FileRecords records = MessageFiles.open(file, ImportOptions.defaults())) {
      while (records.hasNext()) {
        records.next();
      }
    }
    return (System.nanoTime() - start) / NANOS;
  }

  private void run(Path file, Path out) {
    String[] arguments = {"run", "--input", file.toString(), "--out", out.toString()};
    CommandLine command = spec.commandLine();
    int exitCode = Main.run(arguments, command.getOut(), command.getErr(), System.getenv());
    if (exitCode != ExitCode.OK) {
      throw CommandFailure.failed("the run failed", "look at what it says above");
    }
  }

  private static JsonNode total(Path out) throws IOException {
    return Json.mapper().readTree(out.resolve("ledger.json").toFile()).path("total");
  }

  private static long lines(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
