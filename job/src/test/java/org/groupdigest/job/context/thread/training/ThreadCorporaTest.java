package org.groupdigest.job.context.thread.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ThreadCorporaTest {

  @TempDir private Path folder;

  @Test
  void folderWithoutTheDataIsAbsent() {
    assertThat(ThreadCorpora.isPresent(folder)).isFalse();
  }

  @Test
  void selectionLogsArePairsOfTextAndAnnotation() throws IOException {
    Path dev = Files.createDirectories(folder.resolve("irc-disentanglement").resolve("dev"));
    Files.writeString(dev.resolve("b.ascii.txt"), "[10:00] <ada> one\n[10:01] <ben> two\n");
    Files.writeString(dev.resolve("b.annotation.txt"), "0 1 -\n");
    Files.writeString(dev.resolve("a.ascii.txt"), "[10:00] <ada> one\n");
    Files.writeString(dev.resolve("a.annotation.txt"), "0 0 -\n");

    List<AnnotatedLog> logs = new ThreadCorpora(folder).selectionLogs();

    assertThat(logs).extracting(AnnotatedLog::name).containsExactly("a", "b");
    assertThat(logs.get(1).parents()).containsOnlyKeys("1");
  }

  @Test
  void bytesThatAreNoUtf8DoNotStopReading() throws IOException {
    Path dev = Files.createDirectories(folder.resolve("irc-disentanglement").resolve("dev"));
    Files.write(
        dev.resolve("a.ascii.txt"),
        new byte[] {'[', '1', '0', ':', '0', '0', ']', ' ', '<', 'a', '>', ' ', (byte) 0xE9, '\n'});
    Files.writeString(dev.resolve("a.annotation.txt"), "0 0 -\n");

    assertThat(new ThreadCorpora(folder).selectionLogs().get(0).messages()).hasSize(1);
  }
}
