package org.groupdigest.job.sim.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SimFaultsTest {

  private static final int MANY = 4_000;
  private final SimFaults mixed =
      SimFaults.none().with(Fault.RATE_LIMITED, 0.3).with(Fault.HANG, 0.1);

  private static List<Optional<Fault>> strikes(SimFaults faults, String tenant, long seed) {
    return IntStream.range(0, MANY)
        .mapToObj(i -> faults.strike(tenant, new Dice(seed, "call-" + i, 1)))
        .toList();
  }

  private static double share(List<Optional<Fault>> strikes, Fault fault) {
    return (double) strikes.stream().filter(Optional.of(fault)::equals).count() / MANY;
  }

  @Test
  void faultsStrikeTheirShareOfRequests() {
    List<Optional<Fault>> strikes = strikes(mixed, null, 7);
    assertThat(share(strikes, Fault.RATE_LIMITED)).isCloseTo(0.3, within(0.03));
    assertThat(share(strikes, Fault.HANG)).isCloseTo(0.1, within(0.02));
    assertThat(strikes).contains(Optional.empty());
  }

  @Test
  void aSeedAlwaysStrikesTheSame() {
    assertThat(strikes(mixed, null, 7)).isEqualTo(strikes(mixed, null, 7));
    assertThat(strikes(mixed, null, 7)).isNotEqualTo(strikes(mixed, null, 8));
  }

  @Test
  void eachTryOfACallHasItsOwnLuck() {
    Function<Integer, Optional<Fault>> tries = n -> mixed.strike(null, new Dice(7, "call", n));
    assertThat(IntStream.range(1, 50).boxed().map(tries).collect(Collectors.toSet()))
        .hasSizeGreaterThan(1);
  }

  @Test
  void aTenantMayHaveFaultsOfItsOwn() {
    SimFaults faults = mixed.withTenant("acme", Fault.DEAD, 1);
    assertThat(strikes(faults, Tenants.hash("acme"), 1)).containsOnly(Optional.of(Fault.DEAD));
    assertThat(strikes(faults, Tenants.hash("other"), 1)).isEqualTo(strikes(mixed, null, 1));
  }

  @Test
  void tenantsAreKnownByTheirHash() {
    assertThat(Tenants.hash("acme")).hasSize(16).matches("[0-9a-f]+");
    assertThat(Tenants.hash("acme")).isNotEqualTo(Tenants.hash("acme "));
  }

  @Test
  void sharesAreSharesOfOne() {
    assertThatThrownBy(() -> mixed.with(Fault.DEAD, 0.7)).hasMessageContaining("at most 1");
    assertThatThrownBy(() -> mixed.with(Fault.DEAD, -0.1)).hasMessageContaining("from 0");
    assertThatThrownBy(() -> mixed.with(Fault.DEAD, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> mixed.withTenant("a", Fault.DEAD, 2))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(mixed.with(Fault.DEAD, 0.6).shares()).hasSize(3);
  }

  @Test
  void timesAreSane() {
    assertThatThrownBy(() -> mixed.retryingAfter(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> mixed.slowerBy(0.5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void withoutAChoiceEveryLieMayBeTold() {
    assertThat(SimFaults.none().lies()).containsExactly(LieKind.values());
    assertThat(mixed.lyingBy(List.of(LieKind.FOREIGN_ID)).lies())
        .containsExactly(LieKind.FOREIGN_ID);
  }
}
