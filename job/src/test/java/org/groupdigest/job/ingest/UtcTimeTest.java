package org.groupdigest.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTimeTest {

  @Property
  void readsWhatTheJdkWrites(
      @ForAll @LongRange(min = -62_000_000_000L, max = 250_000_000_000L) long seconds,
      @ForAll @IntRange(max = 999_999_999) int nanos) {
    Instant time = Instant.ofEpochSecond(seconds, nanos);

    assertThat(UtcTime.parse(time.toString())).isEqualTo(time);
    assertThat(UtcTime.parse(time.toString().replace("Z", "+00:00"))).isEqualTo(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2025-11-10",
        "2025-11-10T09:15Z",
        "2025-11-10T09:15:00",
        "2025-11-10T09:15:00+03:00",
        "2025-11-10T09:15:00-00:00",
        "2025-11-31T09:15:00Z",
        "2025-11-10T25:15:00Z",
        "2025-11-10T09:15:00.Z",
        "2025-11-10T09:15:00,5Z",
        "2025-11-10T09:15:00.0000000001Z",
        "+2025-11-10T09:15:00Z",
        " 2025-11-10T09:15:00Z"
      })
  void refusesEverythingElse(String text) {
    assertThat(UtcTime.parse(text)).isNull();
  }
}
