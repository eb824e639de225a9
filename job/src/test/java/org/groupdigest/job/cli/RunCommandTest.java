package org.groupdigest.job.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot work is told in one line before anything starts. */
class RunCommandTest {

  @TempDir Path folder;

  @Test
  void aFileThatIsNotThereIsTold() {
    Digest run = run("--input", folder.resolve("none.jsonl").toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err())
        .containsExactly(
            "digest run: %s cannot be read: check the path and the permissions"
                .formatted(folder.resolve("none.jsonl")));
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void oneMissingFileOfSeveralIsToldBeforeAnyWork() throws IOException {
    Path good = Files.writeString(folder.resolve("good.jsonl"), "");

    Digest run = run("--input", good.toString(), folder.resolve("none.jsonl").toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("none.jsonl cannot be read");
  }

  @Test
  void aFileOfAnotherKindIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("chat.docx"), "x");

    Digest run = run("--input", file.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("of a kind that cannot be imported");
  }

  @Test
  void aFileThatIsNoExportIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("other.json"), "{\"a\":1}");

    Digest run = run("--input", file.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("of a kind that cannot be imported");
  }

  @Test
  void anEmptyNameOfAFolderIsWrongUsage() throws IOException {
    Digest run = Digest.run("run", "--input", chat().toString(), "--out", "");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).singleElement().asString().contains("--out names no folder");
  }

  @Test
  void aFileInThePlaceOfTheFolderIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");

    Digest run = Digest.run("run", "--input", chat().toString(), "--out", file.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("cannot be made a folder");
    assertThat(file).hasContent("x");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Mars/Olympus", "GMT+", "+25:00"})
  void aZoneThatIsNoneIsWrongUsage(String zone) throws IOException {
    Digest run = runOn(chat(), "--time-zone", zone);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .containsExactly(
            "digest run: invalid settings: DIGEST_TIME_ZONE is not an IANA time zone:"
                + " put the variables or options right");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5", "24,48", "day", "0"})
  void aSizeThatIsNoneIsWrongUsage(String hours) throws IOException {
    Digest run = runOn(chat(), "--window-hours", hours);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).singleElement().asString().contains("DIGEST_WINDOW_HOURS");
  }

  @Test
  void aFlagThatDoesNotExistIsWrongUsage() throws IOException {
    Digest run = runOn(chat(), "--windowhours", "24");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .containsExactly(
            "digest run: unknown option '--windowhours': did you mean '--window-hours'?");
  }

  @Test
  void withoutInputOrOutputItIsWrongUsage() throws IOException {
    assertThat(Digest.run("run", "--out", folder.toString()).exitCode()).isEqualTo(2);
    assertThat(Digest.run("run", "--input", chat().toString()).exitCode()).isEqualTo(2);
  }

  @Test
  void aFolderThatCannotBeMadeIsTold() throws IOException {
    Path file = Files.writeString(folder.resolve("taken"), "x");

    Digest run = Digest.run("run", "--input", chat().toString(), "--out", file.toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.err()).singleElement().asString().contains("cannot be made a folder");
  }

  private Path chat() throws IOException {
    return Files.writeString(folder.resolve("chat.jsonl"), "");
  }

  private Digest runOn(Path input, String... more) {
    String[] args = new String[more.length + 2];
    args[0] = "--input";
    args[1] = input.toString();
    System.arraycopy(more, 0, args, 2, more.length);
    return run(args);
  }

  private Digest run(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "run";
    all[1] = "--out";
    all[2] = folder.resolve("out").toString();
    System.arraycopy(args, 0, all, 3, args.length);
    return Digest.run(all);
  }
}
