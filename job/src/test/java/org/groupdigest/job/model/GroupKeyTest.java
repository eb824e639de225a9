package org.groupdigest.job.model;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A key of two ids is never ambiguous. */
class GroupKeyTest {

  @Property
  void whatWasEncodedIsDecoded(@ForAll String tenant, @ForAll String group) {
    GroupKey key = new GroupKey(tenant, group);

    assertThat(GroupKey.decode(key.encoded())).isEqualTo(key);
  }

  @Property
  void twoKeysHaveOneEncodingOnlyIfTheyAreOne(
      @ForAll String tenant, @ForAll String group, @ForAll String left, @ForAll String right) {
    GroupKey key = new GroupKey(tenant, group);
    GroupKey other = new GroupKey(left, right);

    assertThat(key.encoded().equals(other.encoded())).isEqualTo(key.equals(other));
  }

  @Test
  void separatorsInsideIdsDoNotMoveTheBorder() {
    assertThat(new GroupKey("a:b", "c").encoded())
        .isNotEqualTo(new GroupKey("a", "b:c").encoded())
        .isNotEqualTo(new GroupKey("a", ":bc").encoded());
    assertThat(GroupKey.decode("3:a:bc")).isEqualTo(new GroupKey("a:b", "c"));
  }
}
