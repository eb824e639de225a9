package org.groupdigest.job.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Parent of the measurements, which are registered in {@link Commands}. */
@Command(
    name = "bench",
    description = "Measures a step of the product on this machine and prints a table.",
    synopsisSubcommandLabel = "MEASUREMENT",
    footer = "  digest bench MEASUREMENT --help")
final class BenchCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
