package org.groupdigest.job.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.groupdigest.job.cli.madeup.MadeUpExport;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory that reading takes does not grow with the file. */
class FlatReadingTest {

  private static final int MESSAGES = 440_000;
  private static final long LARGE = 200L << 20;

  @TempDir Path folder;

  @Test
  void anExportOfHundredsOfMegabytesIsReadInAHeapOfFortyEight() throws Exception {
    Path file = folder.resolve("result.json");
    new MadeUpExport(MESSAGES, 100, 7).writeTo(file);
    assertThat(Files.size(file)).isGreaterThan(LARGE);

    Process reading =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Reading.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(reading.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(reading.waitFor()).as(said).isZero();
    assertThat(said.strip()).endsWith(MESSAGES + " records, all bytes: true");
  }

  @Test
  void aReaderOfAFileKnowsHowFarItIsAndOneOfAFolderDoesNot() throws IOException {
    Path file = folder.resolve("result.json");
    new MadeUpExport(2000, 2, 7).writeTo(file);
    try (FileRecords records = MessageFiles.open(file, ImportOptions.defaults())) {
      assertThat(records.bytesRead()).isBetween(1L, Files.size(file) - 1);
      records.forEachRemaining(next -> {});
      assertThat(records.bytesRead()).isEqualTo(Files.size(file));
    }
    try (FileRecords records = MessageFiles.open(folder, ImportOptions.defaults())) {
      assertThat(records.bytesRead()).isEqualTo(-1);
    }
  }

  /** Reads a file in a machine of its own. */
  static final class Reading {

    private Reading() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) {
      Path file = Path.of(arguments[0]);
      long count = 0;
      try (FileRecords records = MessageFiles.open(file, ImportOptions.defaults())) {
        for (; records.hasNext(); count++) {
          records.next();
        }
        boolean all = records.bytesRead() == Files.size(file);
        System.out.println(count + " records, all bytes: " + all);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
