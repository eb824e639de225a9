package org.groupdigest.udfs.pii.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.groupdigest.udfs.pii.scan.FoldedText.Stretch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

  private static FoldedText fold(String text) {
    return FoldedText.of(text, List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "１２３,123",
    "٠١٢٣,0123",
    "𝟎𝟏,01",
    "１\u20E3２\u20E3,12",
    "ＡＢ＠ｃ．ｄ,AB@c.d",
    "𝐚𝐛,ab",
    "a\u00A0b\u2009c,a b c",
    "1\u20132\u20143\u22124,1-2-3-4",
    "1\u200B2\u20603\uFEFF4\u00AD5,12345",
    "привет,привет"
  })
  void manySpellingsFoldToOne(String text, String folded) {
    assertThat(fold(text).text()).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({
    "8O3,803",
    "8ОО3,8003",
    "1l2,112",
    "1З2,132",
    "HELLO,HELLO",
    "8O,8O",
    "O8,O8",
    "1OOOO2,1OOOO2"
  })
  void lettersPassForDigitsBetweenDigitsOnly(String text, String folded) {
    assertThat(fold(text).text()).isEqualTo(folded);
  }

  @Test
  void lowerCaseHasTheSameLength() {
    FoldedText text = fold("İЁЖ Straße");

    assertThat(text.lower()).hasSameSizeAs(text.text()).contains("еж straße");
  }

  @Test
  void placesLeadBackToTheOriginal() {
    String input = "😀 x\u200B１𝟐3!";
    FoldedText text = fold(input);
    int start = text.text().indexOf("123");

    Stretch origin = text.originOf(start, start + 3);

    assertThat(text.text()).isEqualTo("😀 x123!");
    assertThat(input.substring(origin.start(), origin.end())).isEqualTo("１𝟐3");
  }

  @Test
  void invisibleCharactersAtTheEndBelongToTheStretch() {
    String input = "1\uFE0F\u20E3 x";

    assertThat(fold(input).originOf(0, 1)).isEqualTo(new Stretch(0, 3));
  }

  @Test
  void hiddenStretchesBecomeOneBarrier() {
    FoldedText text = FoldedText.of("ab [x] cd", List.of(new Stretch(3, 6)));

    assertThat(text.text()).isEqualTo("ab " + FoldedText.BARRIER + " cd");
    assertThat(text.originOf(5, 7)).isEqualTo(new Stretch(7, 9));
  }

  @Test
  void outsideOfTheTextThereIsNothing() {
    FoldedText text = fold("1");

    assertThat(text.at(-1)).isEqualTo('\0');
    assertThat(text.at(1)).isEqualTo('\0');
    assertThat(text.isWordAt(1)).isFalse();
    assertThat(text.isDigitAt(0)).isTrue();
  }
}
