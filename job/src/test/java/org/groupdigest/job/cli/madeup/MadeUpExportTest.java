package org.groupdigest.job.cli.madeup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.groupdigest.job.ingest.file.MessageFiles;
import org.groupdigest.job.ingest.file.record.FileRecord;
import org.groupdigest.job.ingest.file.record.FileRecords;
import org.groupdigest.job.ingest.file.record.ImportOptions;
import org.groupdigest.job.model.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeUpExportTest {

  @TempDir Path folder;

  @Test
  void theSameSeedGivesTheSameBytesAndAnotherOneOthers() throws IOException {
    assertThat(bytes(7)).isEqualTo(bytes(7)).isNotEqualTo(bytes(8));
  }

  @Test
  void everyMessageIsReadAndGroupsShareThemEvenly() throws IOException {
    Map<String, Integer> sizes = new TreeMap<>();
    try (FileRecords records = open(new MadeUpExport(1003, 4, 7))) {
      while (records.hasNext()) {
        sizes.merge(group(records.next()), 1, Integer::sum);
      }
    }

    assertThat(sizes.values()).containsExactly(251, 251, 251, 250);
  }

  @Test
  void aDayOfAGroupHasFiftyToFourHundredMessages() throws IOException {
    Map<String, Integer> days = new TreeMap<>();
    try (FileRecords records = open(new MadeUpExport(8000, 3, 7))) {
      while (records.hasNext()) {
        FileRecord next = records.next();
        String day = next.time().atOffset(ZoneOffset.UTC).toLocalDate().toString();
        days.merge(group(next) + " " + day, 1, Integer::sum);
      }
    }

    assertThat(days.size()).isGreaterThan(20);
    assertThat(days.values()).allMatch(size -> size >= 50 && size <= 400);
  }

  private static String group(FileRecord next) throws IOException {
    return Json.mapper().readTree(next.value()).path("group_id").asText();
  }

  private FileRecords open(MadeUpExport export) throws IOException {
    Path file = folder.resolve("result.json");
    export.writeTo(file);
    return MessageFiles.open(file, ImportOptions.defaults());
  }

  private byte[] bytes(long seed) throws IOException {
    Path file = folder.resolve("result.json");
    new MadeUpExport(500, 3, seed).writeTo(file);
    return Files.readAllBytes(file);
  }
}
