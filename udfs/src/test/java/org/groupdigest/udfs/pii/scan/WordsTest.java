package org.groupdigest.udfs.pii.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final Words WORDS = new Words(List.of("key", "kit", "\u043a\u043b\u044e\u0447"));

  @Test
  void wordsOccurAtTheStartInsideAndAtTheEnd() {
    assertThat(WORDS.occurIn("keyboard")).isTrue();
    assertThat(WORDS.occurIn("monkeys")).isTrue();
    assertThat(WORDS.occurIn("first aid kit")).isTrue();
    assertThat(WORDS.occurIn("\u0432\u044b\u043a\u043b\u044e\u0447\u0438")).isTrue();
  }

  @Test
  void beginningOfAWordIsNotTheWord() {
    assertThat(WORDS.occurIn("")).isFalse();
    assertThat(WORDS.occurIn("ke")).isFalse();
    assertThat(WORDS.occurIn("skip the lake")).isFalse();
  }

  @Test
  void charOfAnotherScriptThatSharesASlotIsNotTaken() {
    assertThat(WORDS.occurIn("\u086bey")).isFalse();
  }
}
