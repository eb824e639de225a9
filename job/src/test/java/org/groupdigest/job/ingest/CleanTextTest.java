package org.groupdigest.job.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

  @Property(tries = 500)
  void whateverComesOutSurvivesUtf8AndHasNoNul(@ForAll String text) {
    String clean = CleanText.of(text);

    byte[] bytes = clean.getBytes(StandardCharsets.UTF_8);
    assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(clean).doesNotContain("\0");
    assertThat(CleanText.of(clean)).isEqualTo(clean);
  }

  @Test
  void ordinaryTextIsTheSameObject() {
    String text = "привет, hello, 你好";

    assertThat(CleanText.of(text)).isSameAs(text);
  }

  @Test
  void emojiKeepTheirPairs() {
    assertThat(CleanText.of("👍\0👎")).isEqualTo("👍👎");
  }

  @Test
  void eachHalfOfAPairIsReplaced() {
    assertThat(CleanText.of("a\uD83D")).isEqualTo("a\uFFFD");
    assertThat(CleanText.of("\uDC4Da")).isEqualTo("\uFFFDa");
    assertThat(CleanText.of("\uDC4D\uD83D")).isEqualTo("\uFFFD\uFFFD");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", " a ", "👍", "\u200Bx", "0"})
  void anythingToSeeIsVisible(String text) {
    assertThat(CleanText.isInvisible(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u200B\u200D", "\u00AD", "\u3000", "\uFEFF", "\u202E"})
  void nothingToSeeIsInvisible(String text) {
    assertThat(CleanText.isInvisible(text)).isTrue();
  }
}
