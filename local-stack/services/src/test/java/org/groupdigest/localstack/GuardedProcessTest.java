package org.groupdigest.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedProcessTest {

  @TempDir Path folder;

  private Path pidFile;
  private Path log;

  @BeforeEach
  void nameFiles() {
    pidFile = folder.resolve("server.pid");
    log = folder.resolve("server.log");
  }

  @Test
  void stoppingEndsTheServerAndRemovesItsPidFile() {
    GuardedProcess process = start("echo up; exec sleep 1000");
    ProcessHandle server = server();
    assertThat(process.isAlive()).isTrue();

    process.stop();

    assertThat(server.isAlive()).isFalse();
    assertThat(process.isAlive()).isFalse();
    assertThat(pidFile).doesNotExist();
    assertThat(log).content().isEqualTo("up\n");
  }

  @Test
  void theServerMayFinishItsWorkWhenItIsStopped() {
    GuardedProcess process = start("trap 'echo bye; exit 0' TERM; while :; do sleep 0.05; done");
    server();

    process.stop();

    assertThat(log).content().contains("bye");
  }

  /** Whoever gives up waiting must not kill the guard while it is just starting the server. */
  @RepeatedTest(10)
  void anInterruptedStopLeavesNoServerBehind(RepetitionInfo repetition) {
    GuardedProcess process = start("exec sleep 1000");
    if (repetition.getCurrentRepetition() % 2 == 0) {
      server();
    }
    Thread.currentThread().interrupt();

    process.stop();

    assertThat(Thread.interrupted()).as("still interrupted").isTrue();
    assertThat(process.isAlive()).isFalse();
    assertThat(pidFile).doesNotExist();
  }

  @Test
  void aServerThatEndsByItselfIsNoticed() {
    GuardedProcess process = start("exit 3");
    await().until(() -> !process.isAlive());
    process.stop();
    assertThat(pidFile).doesNotExist();
  }

  @Test
  void interruptsFromTheTerminalDoNotReachTheServer() throws Exception {
    GuardedProcess process = start("exec sleep 1000");
    ProcessHandle guard = server().parent().orElseThrow();

    int sent = new ProcessBuilder("kill", "-INT", Long.toString(guard.pid())).start().waitFor();

    assertThat(sent).isZero();
    assertThat(process.isAlive()).isTrue();
    assertThat(server().isAlive()).isTrue();
    process.stop();
  }

  @Test
  void aLeftoverOfTheSameFolderIsEnded() {
    GuardedProcess process = start("# " + folder + "\nwhile :; do sleep 0.05; done");
    ProcessHandle server = server();

    Leftover.clear(pidFile, folder);

    assertThat(server.isAlive()).isFalse();
    process.stop();
  }

  @Test
  void aProcessOfAnotherFolderIsLeftAlone() {
    GuardedProcess process = start("exec sleep 1000");
    ProcessHandle server = server();

    Leftover.clear(pidFile, folder.resolve("other"));

    assertThat(server.isAlive()).isTrue();
    process.stop();
  }

  @Test
  void aMissingOrBrokenPidFileIsNoLeftover() throws Exception {
    Leftover.clear(folder.resolve("none"), folder);
    Leftover.clear(Files.writeString(folder.resolve("broken"), "x\n"), folder);
    assertThat(folder.resolve("broken")).exists();
  }

  private GuardedProcess start(String script) {
    return GuardedProcess.start(List.of("bash", "-c", script), pidFile, log);
  }

  private ProcessHandle server() {
    return await().until(this::find, Optional::isPresent).orElseThrow();
  }

  private Optional<ProcessHandle> find() throws Exception {
    return Files.exists(pidFile)
        ? Files.readString(pidFile)
            .lines()
            .findFirst()
            .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
        : Optional.empty();
  }
}
