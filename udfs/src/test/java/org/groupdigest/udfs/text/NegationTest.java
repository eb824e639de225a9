package org.groupdigest.udfs.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NegationTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "we do not ship it",
        "It isn't ready",
        "this won’t work",
        "Не выкатываем",
        "релиза нет",
        "nobody agreed"
      })
  void aDenialIsNoticed(String sentence) {
    assertThat(Negation.isIn(sentence)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a note on nothing much",
        "небо",
        "сеть интернет",
        "Нет, релиз в среду",
        "we ship it",
        "ant"
      })
  void whatLooksLikeOneIsNone(String sentence) {
    assertThat(Negation.isIn(sentence)).isFalse();
  }
}
