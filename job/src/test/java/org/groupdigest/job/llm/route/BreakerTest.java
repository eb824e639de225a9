package org.groupdigest.job.llm.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A circuit opens after a row of failures and lets one probe decide. */
class BreakerTest {

  private static final Duration RECOVERY = Duration.ofSeconds(30);

  private final VirtualTime time = new VirtualTime();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 9})
  void opensAtTheConfiguredNumberOfFailuresAndNotBefore(int threshold) {
    Breaker breaker = breaker(threshold);
    for (int i = 1; i < threshold; i++) {
      assertThat(pass(breaker).failed()).isFalse();
    }
    assertThat(breaker.isClosed()).isTrue();
    assertThat(pass(breaker).failed()).as("the failure that opens it").isTrue();
    assertThat(breaker.isClosed()).isFalse();
    assertThat(breaker.pass()).isEmpty();
  }

  @Test
  void failuresThatAreNotInARowNeverOpenIt() {
    Breaker breaker = breaker(2);
    for (int i = 0; i < 50; i++) {
      pass(breaker).failed();
      pass(breaker).succeeded();
    }
    assertThat(breaker.isClosed()).isTrue();
  }

  @Test
  void whatSaysNothingNeitherBreaksNorMakesARow() {
    Breaker breaker = breaker(2);
    pass(breaker).failed();
    pass(breaker).abandoned();
    assertThat(pass(breaker).failed()).isTrue();
  }

  @Test
  void aProbeThatSucceedsClosesItAndForgetsTheFailures() {
    Breaker breaker = opened(2);
    pass(breaker).succeeded();
    assertThat(breaker.isClosed()).isTrue();
    assertThat(pass(breaker).failed()).isFalse();
    assertThat(breaker.isClosed()).isTrue();
  }

  @Test
  void aProbeThatFailsOpensItForAnotherRecovery() {
    Breaker breaker = opened(2);
    assertThat(pass(breaker).failed()).isTrue();
    time.pass(RECOVERY.minusMillis(1));
    assertThat(breaker.pass()).isEmpty();
    time.pass(Duration.ofMillis(1));
    assertThat(breaker.pass()).isPresent();
  }

  @Test
  void aPassOfTheTimeBeforeIsNeitherAProbeNorItsReturn() {
    Breaker breaker = breaker(1);
    Breaker.Pass success = pass(breaker);
    Breaker.Pass failure = pass(breaker);
    Breaker.Pass nothing = pass(breaker);
    pass(breaker).failed();
    time.pass(RECOVERY);
    Breaker.Pass probe = pass(breaker);
    success.succeeded();
    assertThat(breaker.isClosed()).as("only the probe closes it").isFalse();
    assertThat(failure.failed()).as("only the probe opens it").isFalse();
    nothing.abandoned();
    assertThat(breaker.pass()).as("the probe is still out").isEmpty();
    probe.abandoned();
    assertThat(breaker.pass()).isPresent();
  }

  private Breaker breaker(int threshold) {
    return Breaker.closed(Breaker.config(threshold, RECOVERY, time));
  }

  private Breaker opened(int threshold) {
    Breaker breaker = breaker(threshold);
    for (int i = 0; i < threshold; i++) {
      pass(breaker).failed();
    }
    time.pass(RECOVERY);
    return breaker;
  }

  private static Breaker.Pass pass(Breaker breaker) {
    return breaker.pass().orElseThrow();
  }
}
