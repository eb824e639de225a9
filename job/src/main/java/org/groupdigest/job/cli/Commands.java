package org.groupdigest.job.cli;

import java.time.Clock;
import org.groupdigest.job.config.ContextSettings;
import org.groupdigest.job.pipeline.Contexts;
import picocli.CommandLine;

/** The one place where commands are registered, a line each, with what they need. */
final class Commands {

  private Commands() {}

  /** A fresh command line with everything the product can do. */
  static CommandLine all() {
    return new CommandLine(new DigestCommand())
        .addSubcommand(new DemoCommand())
        .addSubcommand(new RunCommand())
        .addSubcommand(new MaskCommand())
        .addSubcommand(new ContextCommand())
        .addSubcommand(new ThreadsCommand())
        .addSubcommand(new SummarizeCommand())
        .addSubcommand(new LlmSimCommand())
        .addSubcommand(new MaintainCommand(Clock.systemUTC()))
        .addSubcommand(bench())
        .addSubcommand(new CommandLine.HelpCommand());
  }

  private static CommandLine bench() {
    return new CommandLine(new BenchCommand())
        .addSubcommand(new BenchContextCommand(Contexts.service(ContextSettings.defaults())))
        .addSubcommand(new BenchThreadsCommand())
        .addSubcommand(new BenchLlmCommand())
        .addSubcommand(new BenchRunCommand())
        .addSubcommand(new BenchMaskCommand());
  }
}
