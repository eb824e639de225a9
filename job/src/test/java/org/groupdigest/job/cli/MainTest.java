package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.groupdigest.job.ingest.file.MessageFiles;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

class MainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @TempDir Path folder;

  /** Stands for any real command. */
  @Command(name = "work", description = "works")
  private static final class WorkCommand implements Callable<Integer> {

    private final Callable<Integer> work;

    @Option(names = "--window-hours")
    private int windowHours;

    WorkCommand(Callable<Integer> work) {
      this.work = work;
    }

    @Override
    public Integer call() throws Exception {
      assertThat(windowHours).isNotNegative();
      return work.call();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help", "help bench", "bench --help", "bench", ""})
  void helpIsThereOnEveryLevelWithExamplesAndExitCodes(String line) {
    assertThat(digest(line)).isZero();
    assertThat(out.toString()).contains("Usage: digest", "Examples:", "Exit codes:", "--help");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void theVersionNamesTheProductAndJava() {
    assertThat(digest("--version")).isZero();
    assertThat(out.toString()).matches("digest \\S+ \\(Java \\d+\\)\\R");
  }

  @Test
  void aMistypedCommandIsToldWhatItMayHaveMeant() {
    assertThat(digest("bnech")).isEqualTo(2);
    assertThat(errLines())
        .containsExactly("digest: unknown command or argument 'bnech': did you mean 'bench'?");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void anUnknownCommandIsSentToTheHelp() {
    assertThat(digest("fly")).isEqualTo(2);
    assertThat(errLines())
        .containsExactly("digest: unknown command or argument 'fly': see 'digest --help'");
  }

  @Test
  void aMistypedOptionIsToldWhatItMayHaveMeant() {
    assertThat(work(() -> 0, "--window-hour", "4")).isEqualTo(2);
    assertThat(errLines())
        .containsExactly(
            "digest work: unknown option '--window-hour': did you mean '--window-hours'?");
  }

  @Test
  void aWrongValueIsNamedInOneLine() {
    assertThat(work(() -> 0, "--window-hours", "four\nfive")).isEqualTo(2);
    assertThat(errLines()).hasSize(1);
    assertThat(err.toString()).contains("--window-hours", "see 'digest work --help'");
  }

  @Test
  void theExitCodeIsTheCommands() {
    assertThat(work(() -> 0)).isZero();
    assertThat(work(() -> 1)).isEqualTo(1);
  }

  @Test
  void anExpectedFailureIsOneLineWithAdviceAndItsExitCode() {
    int failed =
        work(
            () -> {
              throw CommandFailure.failed("port 9092 is in use", "give another");
            });
    int usage =
        work(
            () -> {
              throw CommandFailure.usage("--from is after --to", "swap them");
            });

    assertThat(failed).isEqualTo(1);
    assertThat(usage).isEqualTo(2);
    assertThat(errLines())
        .containsExactly(
            "digest work: port 9092 is in use: give another",
            "digest work: --from is after --to: swap them");
  }

  @Test
  void anInputFileThatCannotBeUsedIsOneLineWithAdvice() throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), "{}");

    int exitCode =
        work(
            () -> {
              MessageFiles.open(file, ImportOptions.defaults()).close();
              return 0;
            });

    assertThat(exitCode).isEqualTo(1);
    assertThat(errLines()).hasSize(1);
    assertThat(err.toString())
        .startsWith(
            "digest work: " + file + " is of a kind that cannot be imported: give JSON Lines");
  }

  @Test
  void aMissingFileIsNamed() {
    int exitCode =
        work(
            () -> {
              throw new UncheckedIOException(new NoSuchFileException("/no/such"));
            });

    assertThat(exitCode).isEqualTo(1);
    assertThat(err.toString()).startsWith("digest work: /no/such does not exist: check the path");
  }

  @Test
  void anUnexpectedFailureTellsNothingOfItsMessageAndShowsNoStackTrace() {
    int exitCode = work(MainTest::quoteAChat);

    assertThat(exitCode).isEqualTo(1);
    assertThat(errLines())
        .containsExactly(
            "digest work: unexpected IllegalStateException: run it again with --debug to see where");
  }

  @Test
  void debugShowsTheStackTrace() {
    work(MainTest::quoteAChat, "--debug");
    assertThat(err.toString()).contains("at org.groupdigest.job.cli.MainTest.quoteAChat");
  }

  @Test
  void debugMayBeSetInTheEnvironment() {
    run(Map.of("DIGEST_DEBUG", "1"), MainTest::quoteAChat);
    assertThat(err.toString()).contains("MainTest.quoteAChat");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "false"})
  void debugMayBeOffInTheEnvironment(String off) {
    run(Map.of("DIGEST_DEBUG", off), MainTest::quoteAChat);
    assertThat(errLines()).hasSize(1);
  }

  @Test
  void aReaderThatGoesAwayEndsTheCommandQuietly() {
    PrintWriter closed =
        new PrintWriter(new PipeOutputStream(new ClosedOutput()), true, StandardCharsets.UTF_8);
    CommandLine commands = Commands.all();
    commands.addSubcommand(
        new WorkCommand(
            () -> {
              for (int line = 0; line < 1_000_000; line++) {
                commands.getOut().println("line");
              }
              throw new IllegalStateException("went on for nobody");
            }));

    int exitCode =
        Main.run(commands, new String[] {"work"}, closed, new PrintWriter(err), Map.of());

    assertThat(exitCode).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void everyCommandIsRegisteredWithAName() {
    for (CommandLine command : Commands.all().getSubcommands().values()) {
      CommandSpec spec = command.getCommandSpec();
      assertThat(spec.usageMessage().description()).as(spec.name()).isNotEmpty();
    }
  }

  private static int quoteAChat() {
    throw new IllegalStateException("anna said: see you");
  }

  private int digest(String line) {
    String[] args = line.isEmpty() ? new String[0] : line.split(" ", -1);
    return Main.run(args, new PrintWriter(out), new PrintWriter(err), Map.of());
  }

  private int work(Callable<Integer> work, String... args) {
    return run(Map.of(), work, args);
  }

  private int run(Map<String, String> env, Callable<Integer> work, String... args) {
    CommandLine commands = Commands.all();
    commands.addSubcommand(new WorkCommand(work));
    String[] line = new String[args.length + 1];
    line[0] = "work";
    System.arraycopy(args, 0, line, 1, args.length);
    return Main.run(commands, line, new PrintWriter(out), new PrintWriter(err), env);
  }

  private List<String> errLines() {
    return err.toString().lines().toList();
  }
}
