package org.groupdigest.udfs.pii.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DigitGroupsTest {

  private static DigitGroups groups(String text) {
    return DigitGroups.of(FoldedText.of(text, List.of()));
  }

  @Test
  void findsRunsOfDigitsWithTheirPlaces() {
    DigitGroups groups = groups("a12 345");

    assertThat(groups.size()).isEqualTo(2);
    assertThat(groups.start(0)).isEqualTo(1);
    assertThat(groups.end(0)).isEqualTo(3);
    assertThat(groups.gap(0)).isEqualTo(" ");
    assertThat(groups.gap(1)).isEmpty();
  }

  @Test
  void describesWindows() {
    DigitGroups groups = groups("8 (903) 555-12-34");

    assertThat(groups.shape(0, 5)).isEqualTo("1-3-3-2-2");
    assertThat(groups.digits(0, 5)).isEqualTo("89035551234");
    assertThat(groups.digitCount(1, 2)).isEqualTo(6);
  }

  @Test
  void joinsAcrossUpToThreeSeparatorsOfNumbers() {
    DigitGroups groups = groups("1 - 2) (3, 4    5");

    assertThat(groups.joins(0)).isTrue();
    assertThat(groups.joins(1)).isTrue();
    assertThat(groups.joins(2)).isFalse();
    assertThat(groups.joins(3)).isFalse();
    assertThat(groups.joins(4)).isFalse();
    assertThat(groups.run(0, 8)).isEqualTo(3);
    assertThat(groups.run(0, 2)).isEqualTo(2);
  }

  @Test
  void tellsASingleSeparatorFromOthers() {
    DigitGroups groups = groups("1.2-3");

    assertThat(groups.joinedBy(0, '.')).isTrue();
    assertThat(groups.joinedBy(1, '.')).isFalse();
    assertThat(groups.joinedBy(2, '.')).isFalse();
  }

  @Test
  void growsWithTheText() {
    assertThat(groups("1 ".repeat(1000)).size()).isEqualTo(1000);
    assertThat(groups("").size()).isZero();
  }
}
