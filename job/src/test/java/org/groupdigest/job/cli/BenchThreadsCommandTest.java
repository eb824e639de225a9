package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class BenchThreadsCommandTest {

  @TempDir private Path folder;

  @Test
  void withoutDataItIsSkippedAndSaysSo() {
    StringWriter out = new StringWriter();

    int exit =
        new CommandLine(new BenchThreadsCommand())
            .setOut(new PrintWriter(out, true))
            .execute("--data", folder.toString());

    assertThat(exit).isZero();
    assertThat(out.toString()).contains("skipped").contains("--data");
  }
}
