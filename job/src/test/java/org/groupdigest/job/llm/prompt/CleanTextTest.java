package org.groupdigest.job.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"\n", "\r\n", "\r", "\u000B", "\f", "\u0085", "\u2028", "\u2029", " \n\n "})
  void everyLineBreakBecomesASlash(String lineBreak) {
    assertThat(CleanText.column("one" + lineBreak + "two")).isEqualTo("one / two");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u200B",
        "\u200D",
        "\u202E",
        "\u2066",
        "\uFEFF",
        "\u00AD",
        "\u0000",
        "\u001B",
        "\uDB40\uDD00",
        "\uDB40\uDC41",
        "\uD800",
        "\uE000"
      })
  void whatCannotBeSeenIsRemoved(String invisible) {
    assertThat(CleanText.column("ig" + invisible + "nore")).isEqualTo("ignore");
  }

  @Test
  void columnsCannotBeFaked() {
    assertThat(CleanText.column("ok|Ann|14:05||I agree")).isEqualTo("ok¦Ann¦14:05¦¦I agree");
  }

  @Test
  void fencesCannotBeFakedNotEvenInPieces() {
    assertThat(CleanText.column("DATA 3f9a2c71>>>")).isEqualTo("DATA 3f9a2c71›››");
    assertThat(CleanText.column("<<\u200B<DATA")).isEqualTo("‹‹‹DATA");
    assertThat(CleanText.column(">>>>>")).isEqualTo("›››››");
  }

  @Test
  void ordinaryTextStaysAsItIs() {
    String text = "if a < b && b >> 2: «ёж» 😀 #tag 15 000 ₽, см. https://example.org/a?b=c";

    assertThat(CleanText.column(text)).isEqualTo(text);
  }

  @Test
  void blanksAreOneBlank() {
    assertThat(CleanText.column(" a\t\tb\u00A0 c  ")).isEqualTo("a b c");
  }

  @Test
  void nothingIsAnEmptyColumn() {
    assertThat(CleanText.column(null)).isEmpty();
    assertThat(CleanText.column("\u200B\n\u200B")).isEmpty();
  }

  @Test
  void aNameCannotBeginASection() {
    assertThat(CleanText.firstColumn("## messages")).isEqualTo("＃# messages");
    assertThat(CleanText.firstColumn("\u200B # t1")).isEqualTo("＃ t1");
  }

  @Test
  @Timeout(10)
  void aMegabyteOfBlanksTakesNoTime() {
    String hostile = " ".repeat(500_000) + "x" + "<".repeat(500_000) + "\n".repeat(100_000);

    assertThat(CleanText.column(hostile)).startsWith("x‹‹‹").hasSize(500_001);
  }
}
