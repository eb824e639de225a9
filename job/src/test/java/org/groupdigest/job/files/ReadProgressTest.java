package org.groupdigest.job.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadProgressTest {

  @TempDir Path folder;

  private final ReadProgress progress = new ReadProgress();
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    file = Files.write(folder.resolve("chat.jsonl"), new byte[1000]);
  }

  @Test
  void bytesOfFilesAreAPercentageAndDigestsAreCountedBehindIt() {
    progress.begin(List.of(file, file));
    progress.read();
    progress.readBytes(820);

    assertThat(progress.line()).isEqualTo("Messages read 41 %");

    progress.made();
    assertThat(progress.line()).isEqualTo("Messages read 41 % ... Digests 1");
  }

  @Test
  void moreThanTheWholeIsTheWhole() {
    progress.begin(List.of(file));
    progress.readBytes(1001);

    assertThat(progress.line()).isEqualTo("Messages read 100 %");
  }

  @Test
  void ofAFolderMessagesAreCounted() {
    progress.begin(List.of(file, folder));
    progress.read();
    progress.readBytes(500);

    assertThat(progress.line()).isEqualTo("Messages read: 1");
  }

  @Test
  void aReaderThatDoesNotKnowItsPlaceHasMessagesCounted() {
    progress.begin(List.of(file));
    progress.read();
    progress.readBytes(-1);

    assertThat(progress.line()).isEqualTo("Messages read: 1");
  }

  @Test
  void anotherRunBeginsAtNothing() {
    progress.begin(List.of(file));
    progress.readBytes(500);
    progress.made();
    progress.begin(List.of(file));

    assertThat(progress.line()).isEqualTo("Messages read 0 %");
  }
}
