package org.groupdigest.job.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command that all others belong to; they are registered in {@link Commands}. */
@Command(
    name = "digest",
    description = "Turns busy group chats into short digests whose every line leads to its source.",
    mixinStandardHelpOptions = true,
    versionProvider = ProductVersion.class,
    synopsisSubcommandLabel = "COMMAND",
    scope = ScopeType.INHERIT,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:done", "1:failed", "2:asked wrongly"},
    footerHeading = "%nExamples:%n",
    footer = {
      "  digest demo",
      "  digest run --input result.json --out digests --time-zone Europe/Moscow",
      "  digest COMMAND --help",
    })
final class DigestCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of a failure; DIGEST_DEBUG=1 does the same.")
  private boolean debug;

  /** Whether failures are shown with their stack trace. */
  boolean debug() {
    return debug;
  }

  /** Without a command, the help is what is wanted. */
  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
