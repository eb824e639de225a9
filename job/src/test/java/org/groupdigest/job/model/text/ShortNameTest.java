package org.groupdigest.job.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ShortNameTest {

  private static final String FAMILY = "👩‍👩‍👧‍👦";

  @Test
  void aNameOf48CodePointsIsShownWholeAndALongerOneEndsInAnEllipsis() {
    assertThat(ShortName.of("m".repeat(48))).isEqualTo("m".repeat(48));
    assertThat(ShortName.of("m".repeat(49))).isEqualTo("m".repeat(47) + "…");
    assertThat(ShortName.of("😀".repeat(49))).isEqualTo("😀".repeat(47) + "…");
  }

  @Test
  void aFamilyOrAFlagAtTheEdgeIsLeftOutWhole() {
    assertThat(ShortName.of("m".repeat(44) + FAMILY + "x")).isEqualTo("m".repeat(44) + "…");
    assertThat(ShortName.of("m".repeat(46) + "🇷🇺x")).isEqualTo("m".repeat(46) + "…");
  }

  @Test
  void aTailThatTellsNamesakesApartIsNeverCutOff() {
    assertThat(ShortName.of("m".repeat(60), " (12)")).isEqualTo("m".repeat(42) + "… (12)");
    assertThat(ShortName.of("Alex", " (2)")).isEqualTo("Alex (2)");
  }

  @Test
  void nothingIsLeftOfWhatShowsNothing() {
    assertThat(ShortName.of(null)).isEmpty();
    assertThat(ShortName.of(" \u200b\u202e\n ")).isEmpty();
  }

  @Property(tries = 300)
  void anyNameIsShortAndStaysAsItIsWhenShownAgain(@ForAll String name) {
    String shown = ShortName.of((name + FAMILY).repeat(9));

    assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(48);
    assertThat(ShortName.of(shown)).isEqualTo(shown);
  }
}
