package org.groupdigest.connectors.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetryAfterTest {
  private final RetryAfter retryAfter = new RetryAfter(Wire.CLOCK);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Retry-After | 7 | PT7S",
        "Retry-After | 0 | PT0S",
        "Retry-After | 1.5 | PT1.5S",
        "retry-after | 120 | PT2M",
        "Retry-After | Mon, 2 Mar 2026 12:00:30 GMT | PT30S",
        "Retry-After | Mon, 02 Mar 2026 12:01:00 GMT | PT1M",
        "Retry-After | Mon, 02 Mar 2026 11:59:00 GMT | PT0S",
        "retry-after-ms | 250 | PT0.25S",
        "retry-after-ms | 12.5 | PT0.0125S"
      })
  void isReadInEveryForm(String name, String value, Duration expected) {
    assertThat(retryAfter.of(Headers.of(name, value))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"-3", "soon", "1e9", "99999999999999", "2026-03-02T12:00:30Z"})
  void whatCannotBeReadIsNotSaid(String value) {
    assertThat(retryAfter.of(Headers.of("Retry-After", value))).isNull();
  }

  @Test
  void millisecondsAreMorePrecise() {
    Headers both = Headers.of("Retry-After", "1", "retry-after-ms", "400");
    assertThat(retryAfter.of(both)).isEqualTo(Duration.ofMillis(400));
  }

  @Test
  void nothingIsNull() {
    assertThat(retryAfter.of(Headers.of())).isNull();
  }
}
