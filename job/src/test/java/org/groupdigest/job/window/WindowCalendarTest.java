package org.groupdigest.job.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowCalendarTest {

  @ParameterizedTest
  @CsvSource({
    "4, UTC, 2025-11-10T03:59:59Z, 2025-11-10T00:00:00Z, 2025-11-10T04:00:00Z",
    "6, UTC, 2025-11-10T06:00:00Z, 2025-11-10T06:00:00Z, 2025-11-10T12:00:00Z",
    "12, Europe/Moscow, 2025-11-10T08:59:59Z, 2025-11-09T21:00:00Z, 2025-11-10T09:00:00Z",
    "24, Asia/Kathmandu, 2025-11-10T18:14:59Z, 2025-11-09T18:15:00Z, 2025-11-10T18:15:00Z",
  })
  void windowsStartAtLocalMidnight(int hours, ZoneId zone, Instant at, Instant start, Instant end) {
    assertThat(WindowCalendar.windowOf(hours, zone, at))
        .isEqualTo(new WindowCalendar.Bounds(start, end));
  }

  @Test
  void aDayOfSpringingForwardHas23Hours() {
    var bounds =
        WindowCalendar.windowOf(
            24, ZoneId.of("Europe/Berlin"), Instant.parse("2025-03-30T12:00:00Z"));
    assertThat(Duration.between(bounds.start(), bounds.end())).isEqualTo(Duration.ofHours(23));
  }

  @Test
  void aDayOfFallingBackHas25HoursAndTheNightIsOneWindow() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    var day = WindowCalendar.windowOf(24, berlin, Instant.parse("2025-10-26T12:00:00Z"));
    var night = WindowCalendar.windowOf(4, berlin, Instant.parse("2025-10-26T01:30:00Z"));

    assertThat(Duration.between(day.start(), day.end())).isEqualTo(Duration.ofHours(25));
    assertThat(Duration.between(night.start(), night.end())).isEqualTo(Duration.ofHours(5));
  }

  @Property
  void windowsLeaveNoGapAndDoNotOverlap(
      @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
    for (String zone : new String[] {"Europe/Berlin", "America/Havana", "Australia/Lord_Howe"}) {
      for (int hours : new int[] {4, 6, 12, 24}) {
        ZoneId id = ZoneId.of(zone);
        Instant at = Instant.ofEpochSecond(second);
        var bounds = WindowCalendar.windowOf(hours, id, at);
        assertThat(bounds.start()).isBeforeOrEqualTo(at);
        assertThat(bounds.end()).isAfter(at);
        assertThat(WindowCalendar.windowOf(hours, id, bounds.end()).start())
            .isEqualTo(bounds.end());
        assertThat(WindowCalendar.windowOf(hours, id, bounds.end().minusMillis(1)))
            .isEqualTo(bounds);
      }
    }
  }
}
