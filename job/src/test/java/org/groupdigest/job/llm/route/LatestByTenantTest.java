package org.groupdigest.job.llm.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Two remembered times tell of every tenant what happened to the others. */
class LatestByTenantTest {

  @Test
  void beforeAnythingHappenedNothingDid() {
    assertThat(new LatestByTenant().toAnotherSince("a", Instant.EPOCH)).isFalse();
  }

  @Test
  void whatHappenedToATenantDidNotHappenToAnother() {
    LatestByTenant latest = new LatestByTenant();
    latest.happened("a", Instant.EPOCH);
    assertThat(latest.toAnotherSince("a", Instant.EPOCH)).isFalse();
    assertThat(latest.toAnotherSince("b", Instant.EPOCH)).isTrue();
    assertThat(latest.toAnotherSince("b", Instant.EPOCH.plusNanos(1))).isFalse();
  }

  /** The plain way: remember everything. */
  @Property(tries = 300)
  void saysWhatAFullListWouldSay(
      @ForAll List<@IntRange(max = 4) Integer> tenants,
      @ForAll @IntRange(max = 4) int asked,
      @ForAll @IntRange(max = 50) int since) {
    LatestByTenant latest = new LatestByTenant();
    List<Integer> all = new ArrayList<>();
    boolean expected = false;
    for (int second = 0; second < tenants.size(); second++) {
      all.add(tenants.get(second));
      latest.happened("t" + tenants.get(second), Instant.ofEpochSecond(second));
      expected |= tenants.get(second) != asked && second >= since;
    }
    assertThat(latest.toAnotherSince("t" + asked, Instant.ofEpochSecond(since)))
        .as("%s", all)
        .isEqualTo(expected);
  }
}
