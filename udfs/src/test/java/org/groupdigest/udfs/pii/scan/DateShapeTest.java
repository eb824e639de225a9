package org.groupdigest.udfs.pii.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DateShapeTest {

  private static boolean startsDate(String text) {
    DigitGroups groups = DigitGroups.of(FoldedText.of(text, List.of()));
    return DateShape.starts(groups, 0, groups.size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12.05.2024",
        "2024-05-12",
        "12/05/24",
        "5-12-2024",
        "31.12.1999 23",
        "2024-05-12 18",
        "12 05 2024"
      })
  void dates(String text) {
    assertThat(startsDate(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "27-54-61-93",
        "555-12-34",
        "495 12 34",
        "12-05",
        "40.50.2024",
        "12-05-3024",
        "12.05.202"
      })
  void otherNumbers(String text) {
    assertThat(startsDate(text)).isFalse();
  }
}
