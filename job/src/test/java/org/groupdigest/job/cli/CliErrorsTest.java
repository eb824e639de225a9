package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CliErrorsTest {

  private final StringWriter err = new StringWriter();

  @Test
  void filesThatCannotBeUsedAreNamedWithTheReason() {
    assertThat(line(new AccessDeniedException("/a"))).startsWith("digest: /a may not be accessed:");
    assertThat(line(new FileAlreadyExistsException("/b"))).startsWith("digest: /b exists already:");
    assertThat(line(new FileSystemException("/c"))).startsWith("digest: /c cannot be used:");
  }

  @Test
  void wrappersAreTakenOff() {
    CommandFailure failure = CommandFailure.failed("it broke", "mend it");

    assertThat(line(new ExecutionException(new CompletionException(failure))))
        .isEqualTo("digest: it broke: mend it");
    assertThat(line(new UncheckedIOException(new AccessDeniedException("/a")))).contains("/a");
  }

  @Test
  void aLineStaysALine() {
    assertThat(line(CommandFailure.failed("a\nb\u001b[31m", "c"))).isEqualTo("digest: a b [31m: c");
  }

  @Test
  void otherReadErrorsTellNothingOfTheirMessage() {
    assertThat(line(new IOException("anna: see you")))
        .isEqualTo("digest: unexpected IOException: run it again with --debug to see where");
  }

  @Test
  void debugShowsTheCauseBehindAFailure() {
    CommandFailure failure =
        CommandFailure.failed("it broke", "mend it", new IllegalStateException("because"));

    handle(failure, true);
    assertThat(err.toString()).contains("Caused by: java.lang.IllegalStateException: because");
  }

  @Test
  void aClosedPipeIsPassedThroughOnEveryPath() {
    byte[] more = new byte[10_000];
    PipeOutputStream large = new PipeOutputStream(new ClosedOutput());
    PipeOutputStream small = new PipeOutputStream(new ClosedOutput());

    assertThatThrownBy(() -> large.write(more, 0, more.length))
        .isInstanceOf(OutputClosedException.class);
    small.write('x');
    assertThatThrownBy(small::flush).isInstanceOf(OutputClosedException.class);
  }

  private String line(Exception exception) {
    handle(exception, false);
    return err.toString().strip();
  }

  private void handle(Exception exception, boolean debug) {
    err.getBuffer().setLength(0);
    CommandLine commands = Commands.all().setErr(new PrintWriter(err));
    new CliErrors(() -> debug).handleExecutionException(exception, commands, null);
  }
}
