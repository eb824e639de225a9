package org.groupdigest.job.llm.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenCounterTest {

  private final TokenCounter counter = PromptFixture.COUNTER;

  @Test
  void countsAsTheVocabularyDoes() {
    assertThat(counter.count("")).isZero();
    assertThat(counter.count("hello world")).isEqualTo(2);
    assertThat(counter.count("привет, мир")).isBetween(3, 5);
  }

  @Test
  void commandsOfAModelAreLettersLikeOthers() {
    assertThat(counter.count("<|endoftext|>")).isGreaterThan(3);
    assertThat(counter.shorten("<|endoftext|> " + "word ".repeat(50), 20))
        .startsWith("<|endoftext");
  }

  @Test
  void whatFitsIsLeftAlone() {
    assertThat(counter.shorten("короткий текст", 160)).isEqualTo("короткий текст");
    String exact = "one two three four";
    assertThat(counter.shorten(exact, counter.count(exact))).isEqualTo(exact);
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 20, 40, 160})
  void whatIsTooLongKeepsItsBeginning(int tokens) {
    String text = "сумма 150000 рублей, срок до 15 ноября; ".repeat(60);

    String shown = counter.shorten(text, tokens);

    assertThat(shown).endsWith("…");
    assertThat(text).startsWith(shown.substring(0, shown.length() - 1));
    assertThat(counter.count(shown)).isLessThanOrEqualTo(tokens + 1);
  }

  @Test
  void aNumberIsNeverCutIntoAnother() {
    String text = "we paid 1234567890123456789 for " + "it and more ".repeat(30);
    String unbroken = "сумма:1234567890123456789" + "ы".repeat(300);

    IntStream.range(2, 20)
        .boxed()
        .flatMap(n -> Stream.of(counter.shorten(text, n), counter.shorten(unbroken, n)))
        .forEach(shown -> assertThat(shown).matches("(\\D*|\\D*1234567890123456789(\\D.*)?)…"));
  }

  @Test
  void emojiAreNotCutInTwo() {
    String shown = counter.shorten("👩🏽‍🚀".repeat(100), 33);

    assertThat(shown).doesNotContain("\uFFFD");
    assertThat(shown.chars().filter(c -> Character.isHighSurrogate((char) c)).count())
        .isEqualTo(shown.chars().filter(c -> Character.isLowSurrogate((char) c)).count());
  }

  @Test
  @Timeout(10)
  void aMegabyteWithoutABlankTakesNoTime() {
    assertThat(counter.shorten("a".repeat(1 << 20), 160).length()).isLessThan(3_000);
    assertThat(counter.shorten("я".repeat(1 << 20), 160).length()).isLessThan(3_000);
  }
}
