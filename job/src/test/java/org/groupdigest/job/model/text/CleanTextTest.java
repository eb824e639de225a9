package org.groupdigest.job.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

  @Test
  void whatCannotBeSeenIsTakenOut() {
    assertThat(CleanText.of("pay\u202Eload\u200b \u2066x\u2069\u0000\ufeff"))
        .isEqualTo("payload x");
    assertThat(CleanText.of("\u3164\u2800\u00ad")).isEmpty();
    assertThat(CleanText.of(null)).isEmpty();
  }

  @Test
  void textBecomesOneLine() {
    assertThat(CleanText.of(" a\r\n\tb\u2028c\u00a0 d ")).isEqualTo("a b c d");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "👩‍👩‍👧‍👦",
        "👍🏽",
        "❤️‍🔥",
        "🇷🇺",
        "1️⃣",
        "می‌خواهم",
        "ё",
        "日本",
        "\uD83E\uDEE0"
      })
  void emojiAndScriptsThatNeedJoinersStayWhole(String text) {
    assertThat(CleanText.of(text)).isEqualTo(text);
  }

  @Test
  void joinersElsewhereAndTowersOfMarksAreTakenOut() {
    assertThat(CleanText.of("a\u200db\u200cc")).isEqualTo("abc");
    assertThat(CleanText.of("a" + "\u0301".repeat(50)).length()).isEqualTo(5);
  }

  /** A row of selectors after a letter spells a text, a byte each, that no reader sees. */
  @Test
  void nothingCanBeWrittenInMarksThatAreNotShown() {
    assertThat(CleanText.of("a\udb40\udd10\udb40\udd11\ufe00\u034f\u17b4\u180bb")).isEqualTo("ab");
    assertThat(CleanText.of("❤\ufe0f\ufe0f\ufe0f")).isEqualTo("❤\ufe0f");
  }

  @Test
  void halfACharacterIsTakenOut() {
    assertThat(CleanText.of("a\ud83db\ude00c")).isEqualTo("abc");
  }

  @Test
  void clippingNeverTakesACharacterApart() {
    assertThat(CleanText.clip("ab👍🏽cd", 6)).isEqualTo("ab…");
    assertThat(CleanText.clip("short", 5)).isEqualTo("short");
  }

  @Property(tries = 300)
  void cleanTextIsCleanAndClippedTextIsShort(
      @ForAll String text, @ForAll @IntRange(min = 1, max = 50) int units) {
    String clean = CleanText.of(text);
    assertThat(CleanText.of(clean)).isEqualTo(clean);
    assertThat(CleanText.clip(clean, units).length()).isLessThanOrEqualTo(units);
    assertThat(CleanText.clip(clean, units).codePoints())
        .allMatch(c -> Character.getType(c) != Character.SURROGATE);
  }
}
