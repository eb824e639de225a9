package org.groupdigest.job.persist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.groupdigest.job.model.GroupKey;
import org.groupdigest.job.model.Stage;
import org.junit.jupiter.api.Test;

class ArtifactKeyTest {
  @Test
  void anOrdinaryKeyReadsAsTheContractSays() {
    assertThat(key("acme", "-100123", "w-1").redisKey())
        .isEqualTo("digest:acme:-100123:w-1:topic_agent");
  }

  @Test
  void aColonInAnIdIsNotASeparator() {
    assertThat(key("a:b", "c", "w").redisKey()).isEqualTo("digest:a%3Ab:c:w:topic_agent");
    assertThat(key("a", "b:c", "w").redisKey()).isEqualTo("digest:a:b%3Ac:w:topic_agent");
    assertThat(key("a%3Ab", "c", "w").redisKey()).isEqualTo("digest:a%253Ab:c:w:topic_agent");
  }

  @Test
  void anIdCannotChooseItsPlaceInACluster() {
    assertThat(key("{x}", "g", "w").redisKey()).isEqualTo("digest:%7Bx%7D:g:w:topic_agent");
  }

  @Property(tries = 500)
  void noTwoGroupsShareAKeyEvenInUtf8(
      @ForAll("ids") String tenant,
      @ForAll("ids") String group,
      @ForAll("ids") String otherTenant,
      @ForAll("ids") String otherGroup) {
    byte[] one = key(tenant, group, "w").redisKey().getBytes(StandardCharsets.UTF_8);
    byte[] two = key(otherTenant, otherGroup, "w").redisKey().getBytes(StandardCharsets.UTF_8);
    boolean same = tenant.equals(otherTenant) && group.equals(otherGroup);
    assertThat(java.util.Arrays.equals(one, two)).isEqualTo(same);
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.strings()
        .withChars('a', ':', '%', '{', '3', 'A', '?', '\uD83D', '\uDE42')
        .ofMinLength(1)
        .ofMaxLength(4);
  }

  private static ArtifactKey key(String tenant, String group, String window) {
    return new ArtifactKey(new GroupKey(tenant, group), window, Stage.TOPIC_AGENT);
  }
}
