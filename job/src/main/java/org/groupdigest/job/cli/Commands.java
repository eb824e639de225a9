package org.groupdigest.job.cli;

import picocli.CommandLine;

/** The one place where commands are registered, a line each, with what they need. */
final class Commands {

  private Commands() {}

  /** A fresh command line with everything the product can do. */
  static CommandLine all() {
    return new CommandLine(new DigestCommand())
        .addSubcommand(bench())
        .addSubcommand(new CommandLine.HelpCommand());
  }

  private static CommandLine bench() {
    return new CommandLine(new BenchCommand());
  }
}
