package org.groupdigest.job.llm.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.groupdigest.connectors.llm.LlmFailure;
import org.groupdigest.connectors.llm.LlmFailure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose fault a failure is, and who may ask what when. */
class ModelHealthTest {

  private static final String MODEL = "model";
  private static final Duration RECOVERY = Duration.ofSeconds(60);

  private final VirtualTime time = new VirtualTime();
  private final ModelHealth health = new ModelHealth(3, RECOVERY, Duration.ofSeconds(10), time);

  @Test
  void aTenantAloneThatFailsOpensTheModel() {
    fail("a", 3);
    assertThat(health.look(MODEL, "a")).isInstanceOf(Clearance.Open.class);
    assertThat(health.look(MODEL, "b")).isInstanceOf(Clearance.Open.class);
    assertThat(health.look("another", "a")).isInstanceOf(Clearance.Granted.class);
  }

  @Test
  void anAnswerEndsARowOfFailures() {
    fail("a", 2);
    answer("a");
    fail("a", 2);
    assertThat(health.look(MODEL, "a")).isInstanceOf(Clearance.Granted.class);
  }

  @Test
  void failuresOfSeveralTenantsAreOneRow() {
    fail("a", 1);
    fail("b", 1);
    fail("c", 1);
    assertThat(health.look(MODEL, "d")).isInstanceOf(Clearance.Open.class);
  }

  @Test
  void aTenantThatFailsWhileOthersAreAnsweredClosesItsOwnDoorOnly() {
    answer("calm");
    time.pass(Duration.ofSeconds(5));
    fail("noisy", 3);
    assertThat(health.look(MODEL, "noisy")).isInstanceOf(Clearance.Open.class);
    assertThat(health.look(MODEL, "calm")).isInstanceOf(Clearance.Granted.class);
    assertThat(health.look(MODEL, "third")).isInstanceOf(Clearance.Granted.class);
  }

  @Test
  void anAnswerDuringTheRowSpeaksForTheModelHoweverLongTheRowIs() {
    fail("noisy", 1);
    answer("calm");
    time.pass(Duration.ofHours(1));
    fail("noisy", 2);
    assertThat(health.look(MODEL, "calm")).isInstanceOf(Clearance.Granted.class);
  }

  @Test
  void anAnswerLongBeforeTheRowSpeaksForNothing() {
    answer("calm");
    time.pass(Duration.ofSeconds(11));
    fail("noisy", 3);
    assertThat(health.look(MODEL, "calm")).isInstanceOf(Clearance.Open.class);
  }

  @Test
  void aTenantsOwnAnswersDoNotExcuseTheModel() {
    answer("a");
    fail("a", 3);
    assertThat(health.look(MODEL, "b")).isInstanceOf(Clearance.Open.class);
  }

  @Test
  void whileOthersStillWaitAQuickFailureProvesNothing() {
    CallTicket waiting = ticket("calm");
    fail("noisy", 3);
    assertThat(health.look(MODEL, "calm")).isInstanceOf(Clearance.Granted.class);
    waiting.answered();
    assertThat(health.look(MODEL, "calm")).isInstanceOf(Clearance.Granted.class);
  }

  @Test
  void whenTheOthersFailTooWaitingExcusesTheModelNoLonger() {
    CallTicket waiting = ticket("calm");
    fail("noisy", 1);
    fail("third", 1);
    fail("noisy", 1);
    fail("third", 1);
    assertThat(health.look(MODEL, "calm")).isInstanceOf(Clearance.Open.class);
    waiting.abandoned();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"RATE_LIMITED", "REFUSED_CONTENT", "CONTEXT_TOO_LONG", "BAD_REQUEST"})
  void whatSaysNothingOfTheModelOpensNothing(Kind kind) {
    for (int i = 0; i < 10; i++) {
      ticket("a").failed(LlmFailure.of(kind, "test"));
    }
    assertThat(health.look(MODEL, "a")).isInstanceOf(Clearance.Granted.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"BAD_CREDENTIALS", "PAYMENT_REQUIRED", "MALFORMED", "TIMEOUT", "UNREACHABLE"})
  void whatWillNotPassByItselfOpensTheModel(Kind kind) {
    for (int i = 0; i < 3; i++) {
      ticket("a").failed(LlmFailure.of(kind, "test"));
    }
    assertThat(health.look(MODEL, "a")).isInstanceOf(Clearance.Open.class);
  }

  @Test
  void aPauseOfATenantAloneHoldsForAllAndEndsOnTime() {
    pause("a", Duration.ofSeconds(5));
    assertThat(health.look(MODEL, "a"))
        .isEqualTo(new Clearance.Paused(VirtualTime.START.plusSeconds(5)));
    assertThat(health.look(MODEL, "b")).isInstanceOf(Clearance.Paused.class);
    time.pass(Duration.ofMillis(4999));
    assertThat(health.look(MODEL, "b")).isInstanceOf(Clearance.Paused.class);
    time.pass(Duration.ofMillis(1));
    assertThat(health.look(MODEL, "a")).isInstanceOf(Clearance.Granted.class);
  }

  @Test
  void aPauseOfATenantBesideOthersThatAreAnsweredIsItsOwn() {
    answer("calm");
    pause("noisy", Duration.ofSeconds(5));
    assertThat(health.look(MODEL, "noisy")).isInstanceOf(Clearance.Paused.class);
    assertThat(health.look(MODEL, "calm")).isInstanceOf(Clearance.Granted.class);
  }

  @Test
  void aShorterPauseDoesNotEndALongerOne() {
    CallTicket second = ticket("a");
    pause("a", Duration.ofSeconds(20));
    second.failed(new LlmFailure(Kind.OVERLOADED, Duration.ofSeconds(1), "test"));
    time.pass(Duration.ofSeconds(19));
    assertThat(health.look(MODEL, "a")).isInstanceOf(Clearance.Paused.class);
  }

  @Test
  void oneProbeIsLetThroughAfterTheRecovery() {
    fail("a", 3);
    time.pass(RECOVERY.minusMillis(1));
    assertThat(health.start(MODEL, "b")).isInstanceOf(Clearance.Open.class);
    time.pass(Duration.ofMillis(1));
    CallTicket probe = ticket("b");
    assertThat(health.start(MODEL, "c")).isInstanceOf(Clearance.Open.class);
    probe.answered();
    assertThat(health.start(MODEL, "c")).isInstanceOf(Clearance.Granted.class);
  }

  @Test
  void aProbeThatCameToNothingIsMadeByAnother() {
    fail("a", 3);
    time.pass(RECOVERY);
    ticket("b").abandoned();
    ticket("b").failed(LlmFailure.of(Kind.RATE_LIMITED, "test"));
    CallTicket probe = ticket("c");
    assertThat(health.start(MODEL, "b")).isInstanceOf(Clearance.Open.class);
    probe.answered();
  }

  @Test
  void lookingTakesNoProbeAway() {
    fail("a", 3);
    time.pass(RECOVERY);
    for (int i = 0; i < 5; i++) {
      assertThat(health.look(MODEL, "b")).isInstanceOf(Clearance.Granted.class);
    }
    assertThat(health.start(MODEL, "b")).isInstanceOf(Clearance.Granted.class);
  }

  @Test
  void requestsOfTheTimeBeforeTheFailuresAreNoProbes() {
    CallTicket early = ticket("a");
    CallTicket late = ticket("a");
    fail("a", 3);
    time.pass(RECOVERY);
    CallTicket probe = ticket("a");
    early.failed(LlmFailure.of(Kind.TIMEOUT, "test"));
    late.abandoned();
    assertThat(health.start(MODEL, "b")).as("one probe only").isInstanceOf(Clearance.Open.class);
    probe.answered();
    assertThat(health.start(MODEL, "b")).isInstanceOf(Clearance.Granted.class);
  }

  @Test
  void theProbeIsNotForTheTenantThatOpenedTheCircuitWhileOthersAsk() {
    fail("noisy", 3);
    assertThat(health.start(MODEL, "calm")).isInstanceOf(Clearance.Open.class);
    time.pass(RECOVERY);
    assertThat(health.start(MODEL, "noisy")).isInstanceOf(Clearance.Open.class);
    ticket("calm").answered();
    assertThat(health.start(MODEL, "calm")).isInstanceOf(Clearance.Granted.class);
  }

  @Test
  void theProbeIsForAnybodyWhenTheOthersDoNotComeBack() {
    fail("noisy", 3);
    assertThat(health.start(MODEL, "calm")).isInstanceOf(Clearance.Open.class);
    time.pass(RECOVERY.multipliedBy(2));
    assertThat(health.start(MODEL, "noisy")).isInstanceOf(Clearance.Granted.class);
  }

  @Test
  void aTicketCountsOnce() {
    CallTicket ticket = ticket("a");
    ticket.failed(LlmFailure.of(Kind.TIMEOUT, "test"));
    ticket.failed(LlmFailure.of(Kind.TIMEOUT, "test"));
    ticket.failed(LlmFailure.of(Kind.TIMEOUT, "test"));
    ticket.answered();
    assertThat(health.look(MODEL, "a")).isInstanceOf(Clearance.Granted.class);
    fail("a", 2);
    assertThat(health.look(MODEL, "a")).isInstanceOf(Clearance.Open.class);
  }

  @Test
  void tenantsThatWereAnsweredAreForgottenAtOnce() {
    for (int i = 0; i < 10_000; i++) {
      answer("tenant-" + i);
      health.look(MODEL, "looking-" + i);
    }
    assertThat(health.rememberedTenants(MODEL)).isZero();
  }

  @Test
  void tenantsThatFailedAreForgottenWhenTheyDoNotComeBack() {
    answer("calm");
    for (int i = 0; i < 1000; i++) {
      fail("tenant-" + i, 1);
    }
    assertThat(health.rememberedTenants(MODEL)).isEqualTo(1000);
    time.pass(Duration.ofHours(2));
    answer("calm");
    assertThat(health.rememberedTenants(MODEL)).isZero();
  }

  private CallTicket ticket(String tenant) {
    return ((Clearance.Granted) health.start(MODEL, tenant)).ticket();
  }

  private void answer(String tenant) {
    ticket(tenant).answered();
  }

  private void fail(String tenant, int times) {
    for (int i = 0; i < times; i++) {
      ticket(tenant).failed(LlmFailure.of(Kind.OVERLOADED, "test"));
    }
  }

  private void pause(String tenant, Duration time) {
    ticket(tenant).failed(new LlmFailure(Kind.RATE_LIMITED, time, "test"));
  }
}
