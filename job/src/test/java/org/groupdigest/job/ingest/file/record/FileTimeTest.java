package org.groupdigest.job.ingest.file.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTimeTest {

  private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

  @ParameterizedTest
  @CsvSource({
    "2025-11-10T09:15:00Z, 2025-11-10T09:15:00Z",
    "2025-11-10T09:15:00.250Z, 2025-11-10T09:15:00.250Z",
    "2025-11-10T12:15:00+03:00, 2025-11-10T09:15:00Z",
    "2025-11-10T12:15:00+0300, 2025-11-10T09:15:00Z",
    "2025-11-10T12:15:00, 2025-11-10T09:15:00Z",
    "2025-11-10 12:15:00, 2025-11-10T09:15:00Z",
    "2025-11-10T12:15, 2025-11-10T09:15:00Z"
  })
  void readsAnyOffsetAndTakesTheZoneForTimesWithoutOne(String text, Instant expected) {
    assertThat(FileTime.of(text, MOSCOW)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2025-11-10", "10.11.2025 12:15", "2025-02-30T00:00:00"})
  void givesNothingForAnythingElse(String text) {
    assertThat(FileTime.of(text, MOSCOW)).isNull();
  }

  @Test
  void readsSecondsSince1970() {
    assertThat(FileTime.ofUnixSeconds("1762766100")).isEqualTo("2025-11-10T09:15:00Z");
    assertThat(FileTime.ofUnixSeconds("1e9")).isNull();
    assertThat(FileTime.ofUnixSeconds("9999999999999999999")).isNull();
    assertThat(FileTime.ofUnixSeconds(null)).isNull();
  }
}
