package org.groupdigest.job.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.persist.HostileIds;
import org.junit.jupiter.api.Test;

/** No id leaves its place in a key, and nobody's prefix holds another's keys. */
class ObjectKeysTest {

  private static final String HASH = "ab".repeat(32);

  @Provide
  Arbitrary<String> ids() {
    Arbitrary<String> halves =
        Arbitraries.strings().withCharRange('\uD7F0', '\uE010').ofMinLength(1).ofMaxLength(5);
    Arbitrary<String> odd =
        Arbitraries.strings()
            .withChars("ab:/.%!\\\"'{}* \u0000\n\u00E9\u0301-_~?#&")
            .ofMinLength(1)
            .ofMaxLength(128);
    return Arbitraries.oneOf(Arbitraries.of(HostileIds.ALL), odd, halves);
  }

  @Property
  void everyKeyIsInItsGroupAndEveryGroupInItsTenant(
      @ForAll("ids") String tenant, @ForAll("ids") String group, @ForAll("ids") String digest) {
    GroupKey key = new GroupKey(tenant, group);
    assertThat(keys(key, digest)).allSatisfy(k -> assertThat(k).startsWith(ObjectKeys.group(key)));
    assertThat(ObjectKeys.group(key)).startsWith(ObjectKeys.tenant(tenant));
    assertThat(keys(key, digest))
        .allSatisfy(k -> assertThat(k).matches("[\\w./!-]+").doesNotContain("/../", "/./", "//"))
        .allSatisfy(k -> assertThat(k.length()).isLessThanOrEqualTo(1024))
        .doesNotHaveDuplicates();
  }

  @Property
  void noPrefixHoldsAKeyOfAnother(
      @ForAll("ids") String one,
      @ForAll("ids") String other,
      @ForAll("ids") String group,
      @ForAll("ids") String digest) {
    Assume.that(!one.equals(other));
    assertThat(keys(new GroupKey(other, group), digest))
        .noneMatch(key -> key.startsWith(ObjectKeys.tenant(one)));
    assertThat(keys(new GroupKey(group, other), digest))
        .noneMatch(key -> key.startsWith(ObjectKeys.group(new GroupKey(group, one))));
    assertThat(keys(new GroupKey(group, digest), other))
        .doesNotContainAnyElementsOf(keys(new GroupKey(group, digest), one));
    assertThat(ObjectKeys.media(new GroupKey(group, digest), other, HASH))
        .doesNotStartWith(ObjectKeys.mediaOf(new GroupKey(group, digest), one));
  }

  @Test
  void plainIdsStandInKeysAsTheyAre() {
    assertThat(keys(new GroupKey("acme", "-1001"), "d-1"))
        .containsExactly(
            "group/acme/-1001/digests/d-1.json",
            "group/acme/-1001/digests/d-1.html",
            "group/acme/-1001/media/d-1/" + HASH + ".json",
            "group/acme/-1001/artifacts/d-1.json");
  }

  private static List<String> keys(GroupKey group, String digest) {
    return Stream.of(
            ObjectKeys.digestJson(group, digest),
            ObjectKeys.digestHtml(group, digest),
            ObjectKeys.media(group, digest, HASH),
            ObjectKeys.artifacts(group, digest))
        .toList();
  }
}
