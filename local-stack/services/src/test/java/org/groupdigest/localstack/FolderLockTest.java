package org.groupdigest.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {

  @TempDir Path folder;

  @Test
  void aSecondOwnerIsRefusedUntilTheFirstLetsGo() {
    try (FolderLock first = FolderLock.take(folder)) {
      assertThat(first).isNotNull();
      assertThatThrownBy(() -> FolderLock.take(folder))
          .isInstanceOfSatisfying(
              LocalStackException.class,
              e -> assertThat(e.problem()).isEqualTo(Problem.FOLDER_IN_USE));
    }
    FolderLock.take(folder).close();
  }

  @Test
  void aFileWhereTheFolderShouldBeIsNamed() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> Folders.make(file.resolve("below")))
        .isInstanceOfSatisfying(
            LocalStackException.class,
            e -> assertThat(e.problem()).isEqualTo(Problem.FOLDER_NOT_WRITABLE))
        .hasMessageContaining(file.toString());
  }
}
