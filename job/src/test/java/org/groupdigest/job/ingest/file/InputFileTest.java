package org.groupdigest.job.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.groupdigest.job.ingest.file.record.FileFormat;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.ingest.file.record.InputFileException;
import org.groupdigest.job.ingest.file.record.InputFileException.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputFileTest {

  @TempDir Path folder;

  @Test
  void missingFileIsUnreadable() {
    assertThat(problem(folder.resolve("no.jsonl"))).isEqualTo(Problem.UNREADABLE);
  }

  @Test
  void folderAndTextWithoutMessagesAreOfUnknownFormat() throws IOException {
    assertThat(problem(folder)).isEqualTo(Problem.UNKNOWN_FORMAT);
    Path file = Imports.write(folder, "notes.txt", "Bread\nMilk\n12.11.2025 10:00 - dentist\n");

    InputFileException failure = failure(file);
    assertThat(failure.problem()).isEqualTo(Problem.UNKNOWN_FORMAT);
    assertThat(failure).hasMessage(file + " is of a kind that cannot be imported");
    assertThat(failure.advice()).contains("Telegram Desktop", "WhatsApp", "Slack", "--format");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not json",
        "{}",
        "{\"messages\":{}}",
        "{\"messages\":[1]}",
        "{\"messages\"",
        "{\"name\":\"x\",\"items\":[{\"a\":1}]}"
      })
  void otherJsonIsOfUnknownFormat(String content) throws IOException {
    assertThat(problem(Imports.write(folder, "x.json", content))).isEqualTo(Problem.UNKNOWN_FORMAT);
  }

  @ParameterizedTest
  @EnumSource(value = FileFormat.class, names = "JSON_LINES", mode = EnumSource.Mode.EXCLUDE)
  void forcedWrongFormatIsNamedInOneLine(FileFormat format) throws IOException {
    Path file = Imports.write(folder, "x.dat", "Bread and milk");
    ImportOptions options = new ImportOptions(null, ZoneOffset.UTC, format, null);

    InputFileException failure =
        catchThrowableOfType(
            InputFileException.class, () -> MessageFiles.open(file, options).close());

    assertThat(failure.problem()).isEqualTo(Problem.NOT_AN_EXPORT);
    assertThat(failure).hasMessage(file + " is not a " + format.title());
    assertThat(failure.advice()).isNotBlank().doesNotContain("\n");
  }

  private static Problem problem(Path file) {
    return failure(file).problem();
  }

  private static InputFileException failure(Path file) {
    return catchThrowableOfType(
        InputFileException.class, () -> MessageFiles.open(file, ImportOptions.defaults()).close());
  }
}
