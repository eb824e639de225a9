package org.groupdigest.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;

class SeedsTest {

  private static final List<Long> FIRST = Collections.synchronizedList(new ArrayList<>());
  private static final List<Long> SECOND = Collections.synchronizedList(new ArrayList<>());

  @Test
  void aBuildThatNamesNoSeedHasTheUsualOne() {
    assertThat(Seeds.chosen("")).hasValue(Seeds.USUAL);
  }

  @Test
  void aSeedIsANumberOrRandom() {
    assertThat(Seeds.chosen(" -7 ")).hasValue(-7);
    assertThat(Seeds.chosen("Random")).isEmpty();
    assertThatThrownBy(() -> Seeds.chosen("seven"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'seven'");
  }

  @Property(tries = 50)
  void aPropertyIsTried(@ForAll long value) {
    FIRST.add(value);
  }

  @Property(tries = 50)
  void anotherPropertyIsTried(@ForAll long value) {
    SECOND.add(value);
  }

  @AfterContainer
  static void propertiesOfOneSeedSeeTheSameValues() {
    if (!"random".equalsIgnoreCase(System.getProperty("test.seed"))) {
      assertThat(FIRST).hasSizeGreaterThanOrEqualTo(50).isEqualTo(SECOND);
    }
  }
}
