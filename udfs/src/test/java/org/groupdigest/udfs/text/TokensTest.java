package org.groupdigest.udfs.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokensTest {

  @Test
  void areRunsOfLettersAndDigitsInLowerCase() {
    assertThat(Tokens.of("Релиз v2 — в четверг, ОК? build_77"))
        .containsExactly("релиз", "v2", "четверг", "ок", "build", "77");
  }

  @Test
  void ofOneCharacterAreNone() {
    assertThat(Tokens.of("a b я 1 !")).isEmpty();
  }

  @Test
  void keepRepeatsInOrder() {
    assertThat(Tokens.of("да нет да")).containsExactly("да", "нет", "да");
  }

  @Test
  void comeInAnyScript() {
    assertThat(Tokens.of("שלום 会议 γεια")).containsExactly("שלום", "会议", "γεια");
  }

  @Test
  void areMeasuredInCodePoints() {
    String oneLetterOfTwoUnits = new String(Character.toChars(0x20000));

    assertThat(Tokens.of(oneLetterOfTwoUnits)).isEmpty();
    assertThat(Tokens.of(oneLetterOfTwoUnits.repeat(2))).hasSize(1);
  }

  @Test
  void endWithTheText() {
    assertThat(Tokens.of("the end")).containsExactly("the", "end");
  }

  @Test
  void ofNothingAreNone() {
    assertThat(Tokens.of(null)).isEmpty();
    assertThat(Tokens.of("")).isEmpty();
    assertThat(Tokens.of("👍🎉")).isEmpty();
  }
}
