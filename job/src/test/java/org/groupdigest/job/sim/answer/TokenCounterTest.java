package org.groupdigest.job.sim.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenCounterTest {

  private final TokenCounter tokens = new TokenCounter();

  @Test
  void wordsAreCountedAsModelsDo() {
    assertThat(tokens.count("")).isZero();
    assertThat(tokens.count("hello world")).isEqualTo(2);
    assertThat(tokens.count("<|endoftext|>")).isGreaterThan(1);
  }

  @Test
  void everyMessageOfAConversationCosts() {
    int one = tokens.countPrompt(List.of("hello world"));
    assertThat(one).isGreaterThan(2);
    assertThat(tokens.countPrompt(List.of("hello world", "hello world"))).isGreaterThan(one + 2);
  }

  @Test
  void theHeadOfATextIsItsBeginning() {
    String text = "Один два три четыре пять шесть семь";
    String head = tokens.head(text, 4);
    assertThat(text).startsWith(head);
    assertThat(tokens.count(head)).isLessThanOrEqualTo(4);
  }
}
