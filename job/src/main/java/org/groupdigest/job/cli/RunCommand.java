package org.groupdigest.job.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.groupdigest.job.app.LocalFlink;
import org.groupdigest.job.app.ModelAccess;
import org.groupdigest.job.app.OfflineServices;
import org.groupdigest.job.app.PiiKey;
import org.groupdigest.job.app.StreamSettings;
import org.groupdigest.job.config.DigestOptions;
import org.groupdigest.job.config.DigestSettings;
import org.groupdigest.job.config.SettingsReader;
import org.groupdigest.job.files.FileJob;
import org.groupdigest.job.files.ReadProgress;
import org.groupdigest.job.files.RunFolder;
import org.groupdigest.job.ingest.file.MessageFiles;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.InputFileException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code digest run}: files of messages to digests in a folder, through the real job. */
@Command(
    name = "run",
    description =
        "Makes digests of message files: the real job over bounded input. Offline, unless"
            + " DIGEST_LLM_PROVIDER names a provider of models.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  digest run --input result.json --out digests --time-zone Europe/Moscow",
      "  digest run --input chat.jsonl --out digests --tenant acme --window-hours 24,4",
    })
final class RunCommand implements Callable<Integer> {

  /** Rows are final at the end of the input; before that nobody looks at them. */
  private static final Duration LEDGER_FLUSH = Duration.ofHours(1);

  @Spec private CommandSpec spec;

  @Option(
      names = "--input",
      required = true,
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "JSON Lines, or exports of Telegram Desktop, WhatsApp, Slack, Discord, Signal, Instagram,"
              + " Messenger or Element: files, zips or folders.")
  private List<Path> inputs;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Folder for digests.jsonl, html/, ledger.json and dead-letters.jsonl.")
  private Path out;

  @Option(names = "--tenant", paramLabel = "ID", description = "Tenant of messages that name none.")
  private String tenant;

  @Option(
      names = "--window-hours",
      paramLabel = "H[,H]",
      description = "Window sizes: some of 4, 6, 12, 24. Default: 24.")
  private String windowHours;

  @Option(
      names = "--time-zone",
      paramLabel = "ZONE",
      description = "IANA zone whose local midnight windows start at. Default: UTC.")
  private String timeZone;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      description = "Language of the digests: auto, ru, en. Default: auto.")
  private String language;

  @Option(
      names = "--strict",
      description = "Exit with 1 when any record is broken; everything else is done as without.")
  private boolean strict;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Settings, as in flink-conf/dev/digest.properties. Default: DIGEST_CONFIG.")
  private Path config;

  @Mixin private FormatOptions formats = new FormatOptions();

  @Override
  public Integer call() throws Exception {
    refuseOptionsAmongFiles();
    Map<String, String> variables = CommandSettings.variables(config);
    DigestSettings settings = settings(variables);
    ModelAccess.problem(settings.llm()).ifPresent(RunCommand::refuseModels);
    ImportOptions options = formats.importOptions(tenant, zone(settings));
    inputs.forEach(input -> check(input, options));
    RunFolder folder = new RunFolder(folder(), settings.linkPatterns());
    PrintWriter err = spec.commandLine().getErr();
    String piiKey = PiiKey.from(variables, err::println);
    long start = System.nanoTime();
    ReadProgress progress = ReadProgress.OF_THIS_PROCESS;
    progress.begin(inputs);
    try (ProgressBar bar = ProgressBar.onTerminal(err, "", 0)) {
      Ticker.during(
          () -> bar.show(progress.line()),
          () -> execute(settings, options, folder.parts(), piiKey));
    }
    RunFolder.Result result = folder.finish();
    new RunReport(err, out).print(result, System.nanoTime() - start);
    new CostReport(settings.llm()).print(result.digests(), err);
    return new RunReport(err, out).printCutOff(result) || (strict && result.ledger().invalid() > 0)
        ? ExitCode.SOFTWARE
        : ExitCode.OK;
  }

  private void execute(DigestSettings settings, ImportOptions options, Path parts, String piiKey)
      throws Exception {
    Configuration configuration = LocalFlink.forBoundedRun();
    int cores = Math.max(1, Math.min(4, Runtime.getRuntime().availableProcessors()));
    StreamExecutionEnvironment env =
        StreamExecutionEnvironment.createLocalEnvironment(cores, configuration);
    new FileJob(
            settings,
            StreamSettings.windows(settings, LEDGER_FLUSH),
            new OfflineServices(settings),
            piiKey)
        .assemble(env, inputs, options, parts);
    env.execute("group-digest run");
  }

  /** After an option that takes several files, a mistyped option would pass for one of them. */
  private void refuseOptionsAmongFiles() {
    List<String> mistyped =
        inputs.stream().map(Path::toString).filter(name -> name.startsWith("-")).toList();
    if (!mistyped.isEmpty()) {
      throw new UnmatchedArgumentException(spec.commandLine(), mistyped);
    }
  }

  private DigestSettings settings(Map<String, String> given) {
    Map<String, String> variables = new HashMap<>(given);
    override(variables, DigestOptions.WINDOW_HOURS, windowHours);
    override(variables, DigestOptions.TIME_ZONE, timeZone);
    override(variables, DigestOptions.LANGUAGE, language);
    return CommandSettings.of(variables);
  }

  private static void refuseModels(String problem) {
    throw CommandFailure.usage(
        "models cannot be asked: " + problem, "put the DIGEST_LLM_ or GIGACHAT_ variables right");
  }

  private static void override(
      Map<String, String> variables, ConfigOption<?> option, String value) {
    if (value != null) {
      variables.put(SettingsReader.variable(option), value);
    }
  }

  private static ZoneId zone(DigestSettings settings) {
    try {
      return ZoneId.of(settings.timeZone());
    } catch (DateTimeException e) {
      throw CommandFailure.usage("no such time zone", "give an IANA name, as in Europe/Moscow");
    }
  }

  /** Opens each file before anything starts, so that a wrong one costs no time. */
  private static void check(Path input, ImportOptions options) {
    try (FileRecords records = MessageFiles.open(input, options)) {
      boolean unused = records.hasNext();
    } catch (InputFileException e) {
      throw CommandFailure.failed(e.getMessage(), e.advice(), e);
    } catch (IOException e) {
      throw CommandFailure.failed(input + " cannot be read", "check the file", e);
    }
  }

  private Path folder() {
    if (out.toString().isBlank()) {
      throw CommandFailure.usage("--out names no folder", "give a folder, as in --out digests");
    }
    try {
      Path folder = Files.createDirectories(out);
      if (!Files.isWritable(folder)) {
        throw CommandFailure.failed(
            out + " cannot be written to", "give another folder with --out");
      }
      return folder;
    } catch (IOException e) {
      throw CommandFailure.failed(
          out + " cannot be made a folder", "give another folder with --out", e);
    }
  }
}
