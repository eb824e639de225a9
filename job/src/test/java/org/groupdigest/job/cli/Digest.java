package org.groupdigest.job.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/**
 * The command line, run inside the test.
 *
 * @param exitCode exit code
 * @param out lines on standard output
 * @param err lines on standard error
 */
record Digest(int exitCode, List<String> out, List<String> err) {

  static Digest run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode = Main.run(args, new PrintWriter(out), new PrintWriter(err), Map.of());
    return new Digest(exitCode, out.toString().lines().toList(), err.toString().lines().toList());
  }
}
