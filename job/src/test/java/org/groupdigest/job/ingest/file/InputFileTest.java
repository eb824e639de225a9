package org.groupdigest.job.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.InputFileException;
import org.groupdigest.job.ingest.file.record.InputFileException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputFileTest {

  @TempDir Path folder;

  @Test
  void aMissingFileAndAFolderAreUnreadable() {
    assertThat(problem(folder.resolve("no.jsonl"))).isEqualTo(Problem.UNREADABLE);
    assertThat(problem(folder)).isEqualTo(Problem.UNREADABLE);
  }

  @Test
  void otherKindsOfFilesAreNamedAsThat() throws IOException {
    Path file = Imports.write(folder, "chat.txt", "12.11.25, 10:00 - Anna: hi");

    InputFileException failure = failure(file);
    assertThat(failure.problem()).isEqualTo(Problem.UNKNOWN_FORMAT);
    assertThat(failure).hasMessage(file + " is of a kind that cannot be imported");
    assertThat(failure.advice()).contains("Telegram Desktop export");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "{}",
        "[{\"message_id\":1}]",
        "{\"messages\":{}}",
        "{\"guild\":{},\"messages\":[{\"id\":\"1\",\"type\":\"Default\",\"content\":\"x\"}]}",
        "{\"participants\":[],\"messages\":[{\"sender_name\":\"A\",\"timestamp_ms\":1}]}",
        "{\"messages\":[1]}",
        "{\"messages\""
      })
  void otherJsonIsNotAnExport(String content) throws IOException {
    assertThat(problem(Imports.write(folder, "x.json", content))).isEqualTo(Problem.NOT_AN_EXPORT);
  }

  private static Problem problem(Path file) {
    return failure(file).problem();
  }

  private static InputFileException failure(Path file) {
    return catchThrowableOfType(
        InputFileException.class, () -> MessageFiles.open(file, ImportOptions.defaults()).close());
  }
}
