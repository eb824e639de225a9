package org.groupdigest.connectors.llm;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import okhttp3.Headers;

/**
 * How long a provider wants to be left alone: {@code retry-after-ms} (milliseconds), or {@code
 * Retry-After} in seconds or as a date (RFC 9110, section 10.2.3).
 *
 * @param clock what dates are compared with
 */
record RetryAfter(Clock clock) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

  /** Null when the provider did not say, or not understandably; never negative. */
  Duration of(Headers headers) {
    Duration precise = number(headers.get("retry-after-ms"), Duration.ofMillis(1));
    if (precise != null) {
      return precise;
    }
    String value = headers.get("Retry-After");
    Duration seconds = number(value, Duration.ofSeconds(1));
    return seconds == null ? date(value) : seconds;
  }

  private static Duration number(String value, Duration unit) {
    if (value == null || !NUMBER.matcher(value.strip()).matches()) {
      return null;
    }
    BigDecimal nanos = new BigDecimal(value.strip()).multiply(BigDecimal.valueOf(unit.toNanos()));
    return Duration.ofNanos(nanos.longValue());
  }

  private Duration date(String value) {
    if (value == null) {
      return null;
    }
    try {
      Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value.strip()));
      Duration wait = Duration.between(clock.instant(), until);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
