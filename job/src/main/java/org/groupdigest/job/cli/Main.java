package org.groupdigest.job.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;

/**
 * Entry of the command line: {@code digest <command> [options]}. Exits 0 when the command did what
 * it was asked, 1 when it failed, 2 when it was asked wrongly.
 */
public final class Main {

  private static final Set<String> OFF = Set.of("", "0", "false", "no");

  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] args) {
    PrintStream out = utf8(new PipeOutputStream(new FileOutputStream(FileDescriptor.out)));
    PrintStream err = utf8(new FileOutputStream(FileDescriptor.err));
    System.setOut(out);
    System.setErr(err);
    System.exit(run(args, writer(out), writer(err), System.getenv()));
  }

  /** Runs a command and gives its exit code; everything it prints goes to the two writers. */
  static int run(String[] args, PrintWriter out, PrintWriter err, Map<String, String> env) {
    return run(Commands.all(), args, out, err, env);
  }

  static int run(
      CommandLine commands,
      String[] args,
      PrintWriter out,
      PrintWriter err,
      Map<String, String> env) {
    DigestCommand root = commands.getCommand();
    boolean debug = !OFF.contains(env.getOrDefault("DIGEST_DEBUG", ""));
    CliErrors errors = new CliErrors(() -> debug || root.debug());
    commands
        .setOut(out)
        .setErr(err)
        .setParameterExceptionHandler(errors)
        .setExecutionExceptionHandler(errors)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true);
    return flushed(commands.execute(args), out, err);
  }

  /** A reader that has gone away by now has got what it wanted. */
  private static int flushed(int exitCode, PrintWriter out, PrintWriter err) {
    err.flush();
    try {
      out.flush();
      return exitCode;
    } catch (OutputClosedException e) {
      return CommandLine.ExitCode.OK;
    }
  }

  private static PrintWriter writer(PrintStream target) {
    return new PrintWriter(target, false, StandardCharsets.UTF_8);
  }

  /** UTF-8 whatever the locale says: chats are in every script. */
  private static PrintStream utf8(OutputStream target) {
    return new PrintStream(target, true, StandardCharsets.UTF_8);
  }
}
