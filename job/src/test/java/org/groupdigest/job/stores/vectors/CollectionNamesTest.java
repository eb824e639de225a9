package org.groupdigest.job.stores.vectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.groupdigest.job.persist.HostileIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every tenant has a collection of its own that Qdrant takes the name of. */
class CollectionNamesTest {

  @ParameterizedTest
  @CsvSource({
    "acme,user_acme_groups",
    "team-7,user_team-7_groups",
    "Acme,user__0041cme_groups",
    "a_b,user_a_005fb_groups",
    "../x,user__002e_002e_002fx_groups",
    "a:b,user_a_003ab_groups"
  })
  void aPlainTenantIsInItAsItIsAndTheRestIsEscaped(String tenant, String name) {
    assertThat(CollectionNames.of(tenant)).isEqualTo(name);
  }

  @Test
  void aLongTenantKeepsItsNameAndALongStrangeOneIsHashed() {
    assertThat(CollectionNames.of("k".repeat(128)))
        .isEqualTo("user_" + "k".repeat(128) + "_groups");
    assertThat(CollectionNames.of("🌾".repeat(64))).matches("user_\\.[0-9a-f]{64}_groups");
  }

  @Test
  void hostileTenantsDoNotMeetNotEvenWhereCapitalsDoNotCount() {
    Set<String> names = new HashSet<>();
    List<String> tenants = HostileIds.ALL;
    tenants.forEach(tenant -> names.add(CollectionNames.of(tenant).toLowerCase(Locale.ROOT)));
    assertThat(names).hasSameSizeAs(tenants);
  }

  @Property(tries = 5_000)
  void noTwoTenantsShareANameAndQdrantTakesIt(
      @ForAll("tenants") String one, @ForAll("tenants") String other) {
    String name = CollectionNames.of(one);
    assertThat(name).matches("user_[a-z0-9_.-]*_groups").hasSizeLessThanOrEqualTo(255);
    assertThat(name.equals(CollectionNames.of(other))).isEqualTo(one.equals(other));
  }

  /** Names that are made to look like those of others, halves of characters included. */
  @Provide
  Arbitrary<String> tenants() {
    Arbitrary<String> near =
        Arbitraries.strings().withChars("aA_.04-1e\uD83C\uDF3E").ofMinLength(1).ofMaxLength(6);
    Arbitrary<String> wild = Arbitraries.strings().all().ofMinLength(1).ofMaxLength(128);
    Arbitrary<String> names =
        near.map(id -> CollectionNames.of(id).substring(5)).filter(n -> n.length() <= 128);
    return Arbitraries.oneOf(near, wild, names, Arbitraries.of(HostileIds.ALL));
  }
}
